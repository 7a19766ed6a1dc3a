using TradeSecretPilot.Demo.World;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Tests.Architecture;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.House;

/// <summary>
/// The arrows between folders, each rule beside the offence planted against it in <c>Planted</c>: a rule that finds nothing there
/// proves nothing here.
/// </summary>
public sealed class FolderTests(FolderTests.Code code) : IClassFixture<FolderTests.Code>
{
    private const string DomainRoot = "TradeSecretPilot.Domain";
    private const string PlantedRoot = "TradeSecretPilot.UseCases.Tests.House.Planted";

    /// <summary>The ground, and what each part of it may use of the others.</summary>
    private static readonly Dictionary<string, string[]> Ground = new()
    {
        ["Platform"] = [],
        ["Workflow"] = ["Platform"],
        ["Wording"] = ["Platform", "Workflow"],
        ["Rendering"] = ["Platform", "Wording"],
    };

    private static readonly string[] Roof = ["Deadlines", "Inbox", "Bundles", "Operations"];

    /// <summary>What an engine that knows no stage may use of the domain.</summary>
    private static readonly string[] KnownToRendering =
    [
        $"{DomainRoot}.Shared",
        $"{DomainRoot}.Attachments",
        $"{DomainRoot}.Divisions",
    ];

    [Fact]
    public void UseCases_Folders_UseWhatStandsBelow() =>
        Findings.None(code.UseCases.Forbidden(Permits).Select(u => u.ToString()));

    [Theory]
    [InlineData("Platform", "Wording")]
    [InlineData("Wording", "Rendering")]
    [InlineData("Rendering", "Applications")]
    [InlineData("Workflow", "Applications")]
    [InlineData("Applications", "Appraisals")]
    [InlineData("Applications", "Bundles")]
    [InlineData("Appraisals", "")]
    public void UseCases_PlantedUse_Found(string from, string to) =>
        Assert.Contains(
            code.Planted.Forbidden(Permits),
            u => u.From == from && u.Space == $"{PlantedRoot}.{to}".TrimEnd('.')
        );

    [Fact]
    public void Folders_HaveNoCircles() =>
        Findings.None(
            new[] { code.Domain, code.UseCases, code.Demo }
                .SelectMany(rules => rules.InCircles())
                .Select(u => u.ToString())
        );

    [Fact]
    public void Folders_PlantedCircle_Found()
    {
        var circle = code.Planted.InCircles().Select(u => u.From).Distinct().ToList();

        Assert.Contains("Applications", circle);
        Assert.Contains("Bundles", circle);
        Assert.DoesNotContain("Workflow", circle);
    }

    [Fact]
    public void Domain_Shared_UsesNoSibling() =>
        Findings.None(
            code.Domain.Forbidden((from, _) => from != "Shared").Select(u => u.ToString())
        );

    [Fact]
    public void Domain_PlantedSharedUse_Found() =>
        Assert.NotEmpty(code.Planted.Forbidden((from, _) => from != "Shared"));

    [Fact]
    public void Rendering_OfTheDomain_KnowsNoStage() =>
        Findings.None(StagesKnownTo(code.UseCases).Select(u => u.ToString()));

    [Fact]
    public void Rendering_PlantedStageOfTheDomain_Found() =>
        Assert.Contains(
            StagesKnownTo(code.Planted),
            u => u.Target == typeof(ApplicationStatus).FullName
        );

    [Fact]
    public void BeyondTenancy_UsedByTheseReadsOnly() =>
        Assert.Equal(
            [
                typeof(VerifyReceipt).FullName!,
                typeof(PanelScores).FullName!,
                typeof(InboxBuilder).FullName!,
                typeof(CandidateAccess).FullName!,
                typeof(ProvincialCounts).FullName!,
            ],
            LookingBeyond(code.UseCases)
        );

    [Fact]
    public void BeyondTenancy_PlantedReader_Found() =>
        Assert.Equal(
            [typeof(Planted.Workflow.PlantedCount).FullName!],
            LookingBeyond(code.Planted)
        );

    private static bool Permits(string from, string to) =>
        from.Length == 0
        || (
            to.Length > 0
            && (
                Ground.TryGetValue(from, out var permitted)
                    ? permitted.Contains(to)
                    : Roof.Contains(from) || Ground.ContainsKey(to)
            )
        );

    private static IEnumerable<TypeUse> StagesKnownTo(FolderRules rules) =>
        rules.All.Where(u =>
            u.From == "Rendering"
            && u.Space.StartsWith(DomainRoot + ".", StringComparison.Ordinal)
            && !KnownToRendering.Contains(u.Space)
        );

    private static IEnumerable<string> LookingBeyond(FolderRules rules) =>
        rules
            .All.Where(u => u.Target == typeof(BeyondTenancy).FullName)
            .Select(u => u.Origin)
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>The compiled code, read once.</summary>
    public sealed class Code
    {
        public Code()
        {
            var all = FolderRules.Load(
                typeof(Aggregate).Assembly,
                typeof(PilotSessions).Assembly,
                typeof(DemoSetup).Assembly
            );
            Domain = new FolderRules(all, DomainRoot);
            UseCases = new FolderRules(all, "TradeSecretPilot.UseCases");
            Demo = new FolderRules(all, "TradeSecretPilot.Demo");
            Planted = new FolderRules(FolderRules.Load(typeof(Code).Assembly), PlantedRoot);
        }

        internal FolderRules Domain { get; }

        internal FolderRules UseCases { get; }

        internal FolderRules Demo { get; }

        internal FolderRules Planted { get; }
    }
}
