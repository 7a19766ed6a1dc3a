using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Tests.Batches;

public sealed class EligibilityTests
{
    /// <summary>As the third real batch asked: cities, and the districts of municipalities.</summary>
    private static readonly Eligibility Third = new()
    {
        Levels = [DivisionLevel.Prefecture, DivisionLevel.County],
        Classes = [.. Enum.GetValues<DivisionClass>()],
    };

    private static readonly Candidate Hangzhou = new(
        "330100",
        "杭州市",
        DivisionLevel.Prefecture,
        "330000",
        PilotsNearby.None
    );

    private static readonly Candidate Xihu = new(
        "330106",
        "西湖区",
        DivisionLevel.County,
        "330000",
        PilotsNearby.None
    );

    private static readonly Candidate Pudong = new(
        "310115",
        "浦东新区",
        DivisionLevel.County,
        "310000",
        PilotsNearby.None
    );

    [Theory]
    [InlineData("210200", "大连市", DivisionLevel.Prefecture, "210000", null)]
    [InlineData("330100", "杭州市", DivisionLevel.Prefecture, "330000", null)]
    [InlineData("330400", "嘉兴市", DivisionLevel.Prefecture, "330000", null)]
    [InlineData("310115", "浦东新区", DivisionLevel.County, "310000", null)]
    [InlineData("330106", "西湖区", DivisionLevel.County, "330000", "Application.ClassNotEligible")]
    [InlineData(
        "532300",
        "楚雄彝族自治州",
        DivisionLevel.Prefecture,
        "530000",
        "Application.ClassNotEligible"
    )]
    [InlineData(
        "990199",
        "示例功能区",
        DivisionLevel.FunctionalZone,
        "990000",
        "Application.LevelNotEligible"
    )]
    public void Judge_ThirdBatch_AsItAsked(
        string code,
        string name,
        DivisionLevel level,
        string province,
        string? refused
    ) =>
        Assert.Equal(
            refused,
            Third.Judge(new(code, name, level, province, PilotsNearby.None))?.Code
        );

    [Fact]
    public void Judge_OneClass_AdmitsNoOther()
    {
        var planned = Third with { Classes = [DivisionClass.PlannedSeparately] };

        Assert.Null(planned.Judge(Hangzhou with { Code = "330200", RegionName = "宁波市" }));
        Assert.Equal("Application.ClassNotEligible", planned.Judge(Hangzhou)?.Code);
        Assert.Contains("计划单列市", planned.Judge(Hangzhou)!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_Named_GoesBeforeLevelAndClass()
    {
        var named = Third with { Included = [Xihu.Code], Excluded = [Pudong.Code] };

        Assert.Null(named.Judge(Xihu));
        Assert.Equal("Application.NamedOut", named.Judge(Pudong)?.Code);
    }

    [Fact]
    public void Judge_PilotOrAboveOne_WaitsForItsEnd_UnlessTheBatchSaysOtherwise()
    {
        var pilot = Hangzhou with { Pilots = new(1, null) };
        var above = Hangzhou with { Pilots = new(null, "西湖区") };

        Assert.Equal("Application.IsPilot", Third.Judge(pilot)?.Code);
        Assert.Equal("Application.HasPilotBelow", Third.Judge(above)?.Code);
        Assert.Equal(
            "Application.IsPilot",
            (Third with { Included = [Hangzhou.Code] }).Judge(pilot)?.Code
        );
        Assert.Null((Third with { PilotsMayApply = true }).Judge(pilot));
        Assert.Null((Third with { PilotsMayApply = true }).Judge(above));
    }

    [Fact]
    public void Start_ReasonOfTheBatch_IsTheRefusal()
    {
        var refused = Application.Start(
            Some.Batch(),
            Some.Organization(),
            Some.Deadline,
            new PilotsNearby(1, null),
            Some.Now
        );

        Assert.Equal("Application.IsPilot", refused.Refusal?.Code);
        Assert.Contains("第1批", refused.Refusal!.Zh, StringComparison.Ordinal);
    }
}
