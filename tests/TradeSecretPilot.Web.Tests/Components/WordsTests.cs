using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Documents;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Localization;
using TradeSecretPilot.Web.Pages.Admin;
using TradeSecretPilot.Web.Pages.Inbox;
using NextActorKind = TradeSecretPilot.UseCases.Applications.NextActor;

namespace TradeSecretPilot.Web.Tests.Components;

/// <summary>Whatever the use cases can name has words in Chinese and in English.</summary>
public sealed partial class WordsTests
{
    private static readonly PortalLocalizer L = new();

    /// <summary>Files are Chinese: the mark that tells two English words of one Chinese word apart stays out of them.</summary>
    [Fact]
    public void AuditWords_InAFile_CarryNoMark() =>
        Assert.All(
            ActWords.Known,
            act =>
                Assert.DoesNotContain(
                    "¦",
                    PortalLocalizer.Chinese(AuditWords.Of(act)),
                    StringComparison.Ordinal
                )
        );

    public static TheoryData<TaskKind> Kinds => new(Enum.GetValues<TaskKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TaskWords_EveryKind_HasTitleNoteVerbAndAwaited(TaskKind kind)
    {
        var now = new DateTimeOffset(2022, 4, 20, 1, 41, 0, TimeSpan.Zero);
        var task = new TaskItem
        {
            Kind = kind,
            RegionName = "示例市",
            Number = 2,
            Link = "/",
        };

        Assert.NotEmpty(TaskWords.Title(task, L));
        Assert.NotEmpty(TaskWords.Note(task, L, now));
        Assert.NotEmpty(TaskWords.Note(task with { Since = now }, L, now));
        Assert.Contains(TaskWords.Verb(task), PortalLocalizer.English.Keys);
        Assert.Contains(TaskWords.Awaited(kind), PortalLocalizer.English.Keys);
    }

    [Fact]
    public void ActWords_EveryKnownAct_HasEnglish() =>
        Assert.All(
            ActWords.Known,
            act => Assert.Contains(ActWords.Of(act), PortalLocalizer.English.Keys)
        );

    [Fact]
    public void ActWords_UnknownAct_ReadsAsAnotherMatter() =>
        Assert.Contains(ActWords.Of("Something.New"), PortalLocalizer.English.Keys);

    [Fact]
    public void ActWords_EveryActThatUseCasesRecord_HasWords()
    {
        var recorded = Directory
            .EnumerateFiles(UseCaseFolder(), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => RecordedAct().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups["name"].Value)
            .Distinct()
            .ToList();

        Assert.NotEmpty(recorded);
        Assert.All(recorded, name => Assert.True(HasWords(name), name));
    }

    [Fact]
    public void OfficialWords_EveryStatus_ReadsAsItsChip()
    {
        Assert.All(Enum.GetValues<ApplicationStatus>(), s => Same(s, OfficialWords.Of(s)));
        Assert.All(Enum.GetValues<ScoreSheetStatus>(), s => Same(s, OfficialWords.Of(s)));
        Assert.All(Enum.GetValues<SelectionStatus>(), s => Same(s, OfficialWords.Of(s)));
        Assert.All(Enum.GetValues<PilotStatus>(), s => Same(s, OfficialWords.Of(s)));
        Assert.All(Enum.GetValues<ReportStatus>(), s => Same(s, OfficialWords.Of(s)));
        Assert.All(Enum.GetValues<ReportCell>(), s => Same(s.ToString(), OfficialWords.Of(s)));
        Assert.All(Enum.GetValues<AcknowledgementStatus>(), s => Same(s, OfficialWords.Of(s)));
        return;

        static void Same(object status, string word) =>
            Assert.Equal(StatusWords.Of(status).Word, word);
    }

    [Fact]
    public void OfficialWords_EveryKindAndRole_HasEnglish()
    {
        string[] words =
        [
            .. Enum.GetValues<Role>().Select(OfficialWords.Of),
            .. Enum.GetValues<OrganizationKind>().Select(OfficialWords.Of),
            .. Enum.GetValues<DueActionKind>().Select(OfficialWords.Of),
            .. Enum.GetValues<DueActionOutcome>().Select(OfficialWords.Of),
            .. Enum.GetValues<OutboxState>().Select(OfficialWords.Of),
            .. Enum.GetValues<RegionGroup>().Select(OfficialWords.Of),
        ];

        Assert.All(words, w => Assert.Contains(w, PortalLocalizer.English.Keys));
    }

    [Fact]
    public void PlanWords_EveryValue_HasEnglish()
    {
        string[] words =
        [
            .. Enum.GetValues<PlanPart>().Select(PlanWords.Of),
            .. Enum.GetValues<TaskArea>().Select(PlanWords.Of),
            .. SubTasks.All.Select(PlanWords.Of),
            .. SubTasks.All.Select(PlanWords.InBrief),
            .. Enum.GetValues<GovernmentLevel>().Select(PlanWords.Of),
            .. Enum.GetValues<DivisionLevel>().Select(TurnWords.Of),
            .. Enum.GetValues<NextActorKind>().Select(a => TurnWords.Of(a)).OfType<string>(),
            .. Enum.GetValues<ApplicationStatus>()
                .Select(s => TurnWords.ActOn(s, 1, null))
                .OfType<string>(),
        ];

        Assert.All(words, w => Assert.Contains(w, PortalLocalizer.English.Keys));
    }

    [Theory]
    [InlineData("foundation", "工作基础")]
    [InlineData("measure-3", "举措3")]
    [InlineData("measure-3-target", "举措3 可核验目标")]
    public void PlanAnchor_Words_NameTheField(string anchor, string words)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = new("zh-CN");
        try
        {
            Assert.Equal(words, L.Words(anchor));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    // A use case may give the last part of the name alone: its record adds the first.
    private static bool HasWords(string name) =>
        ActWords.Known.Any(a => a == name || a.EndsWith("." + name, StringComparison.Ordinal))
        || AuditWords.Of(name) != ActWords.Of("")
        || AuditWords.Of("Account." + name) != ActWords.Of("");

    private static string UseCaseFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(file)!, "../../../src/TradeSecretPilot.UseCases")
        );

    [GeneratedRegex(
        """\bAct\(\s*"(?<name>[A-Za-z.]+)"[,)\s]""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RecordedAct();
}
