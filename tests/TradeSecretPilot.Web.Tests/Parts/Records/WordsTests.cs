using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Pages.Inbox;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Parts.Records;

/// <summary>Whatever the use cases can name has words in Chinese and in English.</summary>
public sealed class WordsTests
{
    private static readonly PortalLocalizer L = new();

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
    public void StatusWords_EveryStatus_ReadsAsTheProgrammeCallsIt()
    {
        Assert.All(Enum.GetValues<ApplicationStatus>(), s => Same(s, Terms.Of(s)));
        Assert.All(Enum.GetValues<ScoreSheetStatus>(), s => Same(s, Terms.Of(s)));
        Assert.All(Enum.GetValues<SelectionStatus>(), s => Same(s, Terms.Of(s)));
        Assert.All(Enum.GetValues<BatchStage>(), s => Same(s, Terms.Of(s)));
        Assert.All(Enum.GetValues<PilotStatus>(), s => Same(s, Terms.Of(s)));
        Assert.All(Enum.GetValues<ReportStatus>(), s => Same(s, Terms.Of(s)));
        Assert.All(Enum.GetValues<ReportCell>(), s => Same(s.ToString(), Terms.Of(s)));
        Assert.All(Enum.GetValues<AcknowledgementStatus>(), s => Same(s, Terms.Of(s)));
        return;

        static void Same(object status, Term word)
        {
            var chip = StatusWords.Of(status);
            Assert.Equal(word, chip.Word);
            Assert.Contains(chip.Mark, StatusWords.Marks.Keys);
        }
    }

    [Fact]
    public void PlanWords_EveryValue_HasEnglish()
    {
        string[] words =
        [
            .. Enum.GetValues<PlanPart>().Select(PlanWords.Of),
            .. Enum.GetValues<TaskArea>().Select(PlanWords.Of),
            .. SubTasks.All.Select(PlanWords.InBrief),
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
}
