using TradeSecretPilot.Domain.Appraisals;

namespace TradeSecretPilot.Domain.Tests.Appraisals;

public sealed class ExpertPanelTests
{
    private static readonly DateOnly DueOn = new(2022, 6, 10);

    private readonly Guid _first = Guid.NewGuid();
    private readonly Guid _second = Guid.NewGuid();
    private readonly ExpertPanel _panel = ExpertPanel.Convene(Guid.NewGuid(), DueOn, Some.Now);

    [Fact]
    public void SetMembers_Twice_ReplacesThem()
    {
        Assert.Null(Set([_first, _first]));
        Assert.Equal([_first], _panel.Members.Select(m => m.ExpertId));

        Assert.Null(Set([_second]));
        Assert.Equal([_second], _panel.Members.Select(m => m.ExpertId));
        Assert.All(_panel.Members, m => Assert.Equal(_panel.Id, m.PanelId));
    }

    [Fact]
    public void SetMembers_EmptyOrWithSheets_RefusedWithNothingChanged()
    {
        Set([_first, _second]);
        var before = Some.Snapshot(_panel);

        Assert.Equal("ExpertPanel.Empty", Set([]));
        Assert.Equal("ExpertPanel.MemberHasSheets", Set([_second], _first));
        Assert.Equal(before, Some.Snapshot(_panel));
        Assert.Null(Set([_first], _first));
    }

    [Fact]
    public void Open_Once_FixesTheMembers()
    {
        Set([_first]);

        Assert.Null(_panel.Open(Some.Now).Refusal);

        Assert.Equal(Some.Now, _panel.OpenedAt);
        Assert.Equal("ExpertPanel.Opened", _panel.Open(Some.Now.AddDays(1)).Refusal?.Code);
        Assert.Equal("ExpertPanel.Opened", Set([_first, _second]));
        Assert.Equal(Some.Now, _panel.OpenedAt);
    }

    [Theory]
    [InlineData(" ", "示例", "示例")]
    [InlineData("示例", "", "示例")]
    [InlineData("示例", "示例", " ")]
    public void Join_FieldMissing_IsRefused(string name, string unit, string specialty) =>
        Assert.Equal(
            "Expert.Invalid",
            Expert.Join(Guid.NewGuid(), name, unit, specialty, null, Some.Now).Refusal?.Code
        );

    private string? Set(Guid[] members, params Guid[] withSheets) =>
        _panel.SetMembers(members, withSheets.ToHashSet(), DueOn, DueOn.AddDays(-10)).Refusal?.Code;
}
