using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Tests.Architecture;
using TradeSecretPilot.Web.Parts.Layout;

namespace TradeSecretPilot.Web.Tests.House;

/// <summary>What pages and host may know, each rule beside the offence planted against it.</summary>
public sealed class WebRulesTests(WebRulesTests.Code code) : IClassFixture<WebRulesTests.Code>
{
    private const string Demonstration = "TradeSecretPilot.Demo";

    /// <summary>The one class that knows the demonstration, so that a build can leave it out.</summary>
    private const string DemoBuild = "TradeSecretPilot.Web.Host.Demo.DemoBuild";

    private static readonly string[] Rooms = ["Ui", "Parts", "Pages", "Host"];

    private static readonly string[] Ground =
    [
        "TradeSecretPilot.Domain.Shared",
        "TradeSecretPilot.Domain.Attachments",
        "TradeSecretPilot.UseCases.Platform",
        "TradeSecretPilot.UseCases.Wording",
    ];

    private static readonly HashSet<string> Hidden =
    [
        .. typeof(Aggregate)
            .Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(Aggregate)))
            .Select(t => t.FullName!),
    ];

    [Fact]
    public void Web_OfDomainAndDatabase_UsesNoAggregateAndNoContext() =>
        Assert.Empty(Reaching(code.Web));

    [Fact]
    public void Web_PlantedPageWithAnAggregate_Found() =>
        Assert.Contains(Reaching(code.Planted), u => u.Target == typeof(Application).FullName);

    [Fact]
    public void Web_PlantedPageWithADatabase_Found() =>
        Assert.Contains(
            Reaching(code.Planted),
            u => u.Target == "Microsoft.EntityFrameworkCore.DbContext"
        );

    [Fact]
    public void Demonstration_IsKnownToOneClass() => Assert.Empty(KnowingDemo(code.Web));

    [Fact]
    public void Demonstration_PlantedPageThatKnowsIt_Found() =>
        Assert.NotEmpty(KnowingDemo(code.Planted));

    [Fact]
    public void Folders_PointDownwards() => Assert.Empty(code.Web.Forbidden(IsDownwards));

    [Fact]
    public void Folders_PlantedControlThatUsesAPage_Found() =>
        Assert.Contains(code.Planted.Forbidden(IsDownwards), u => u.From == "Ui");

    [Theory]
    [InlineData("Ui")]
    [InlineData("Parts")]
    [InlineData("Pages")]
    [InlineData("Host")]
    public void FoldersWithin_HaveNoCircles(string room) =>
        Assert.Empty(code.Within(room).InCircles());

    [Fact]
    public void FoldersWithin_PlantedCircle_Found() =>
        Assert.NotEmpty(code.PlantedWithin("Pages").InCircles());

    [Fact]
    public void Pages_OfOneStage_UseNoPagesOfAnother() =>
        Assert.Empty(code.Within("Pages").Forbidden((_, to) => to.Length == 0));

    [Fact]
    public void Pages_PlantedStageThatUsesAnother_Found() =>
        Assert.NotEmpty(code.PlantedWithin("Pages").Forbidden((_, to) => to.Length == 0));

    [Fact]
    public void Controls_KnowNoStage() => Assert.Empty(KnowingStages(code.Web));

    [Fact]
    public void Controls_PlantedControlThatKnowsAPlan_Found() =>
        Assert.NotEmpty(KnowingStages(code.Planted));

    /// <summary>Host uses pages, pages use parts, parts use controls; never the other way.</summary>
    private static bool IsDownwards(string from, string to) =>
        from.Length == 0 || Array.IndexOf(Rooms, to) < Array.IndexOf(Rooms, from);

    /// <summary>Controls know the ground alone: what all parts of the domain share, files and the platform.</summary>
    private static IEnumerable<TypeUse> KnowingStages(FolderRules rules) =>
        rules.All.Where(u =>
            u.From == "Ui"
            && (
                u.Space.StartsWith("TradeSecretPilot.Domain.", StringComparison.Ordinal)
                || u.Space.StartsWith("TradeSecretPilot.UseCases.", StringComparison.Ordinal)
            )
            && !Ground.Any(g => (u.Space + ".").StartsWith(g + ".", StringComparison.Ordinal))
        );

    private static IEnumerable<TypeUse> Reaching(FolderRules rules) =>
        rules.All.Where(u =>
            Hidden.Contains(u.Target)
            || u.Target.EndsWith("DbContext", StringComparison.Ordinal)
            || u.Space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        );

    private static IEnumerable<TypeUse> KnowingDemo(FolderRules rules) =>
        rules.All.Where(u =>
            (u.Space + ".").StartsWith(Demonstration + ".", StringComparison.Ordinal)
            && u.Origin != DemoBuild
            && !u.Origin.StartsWith(DemoBuild + "+", StringComparison.Ordinal)
        );

    /// <summary>The compiled code, read once.</summary>
    public sealed class Code
    {
        private const string Root = "TradeSecretPilot.Web";
        private const string PlantedRoot = "TradeSecretPilot.Web.Tests.House.Planted";

        private readonly ArchUnitNET.Domain.Architecture _web = FolderRules.Load(
            typeof(ShellModel).Assembly
        );

        private readonly ArchUnitNET.Domain.Architecture _planted = FolderRules.Load(
            typeof(Code).Assembly
        );

        public Code()
        {
            Web = new(_web, Root);
            Planted = new(_planted, PlantedRoot);
        }

        internal FolderRules Web { get; }

        internal FolderRules Planted { get; }

        internal FolderRules Within(string room) => new(_web, $"{Root}.{room}");

        internal FolderRules PlantedWithin(string room) => new(_planted, $"{PlantedRoot}.{room}");
    }
}
