using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Tests.Divisions;

public sealed class DivisionTests
{
    [Theory]
    [InlineData("990000", DivisionLevel.Province, null, "990000")]
    [InlineData("990100", DivisionLevel.Prefecture, "990000", "990000")]
    [InlineData("990101", DivisionLevel.County, "990100", "990000")]
    // The cities of 兵团 carry codes of Xinjiang's block.
    [InlineData("659001", DivisionLevel.County, "660000", "660000")]
    [InlineData("659001", DivisionLevel.County, "659000", "660000")]
    [InlineData("650100", DivisionLevel.Prefecture, "650000", "650000")]
    // A zone added later belongs to its parent's province, whatever its own code.
    [InlineData("880001", DivisionLevel.FunctionalZone, "990100", "990000")]
    [InlineData("880002", DivisionLevel.FunctionalZone, "659001", "660000")]
    public void Create_Division_KnowsItsProvince(
        string code,
        DivisionLevel level,
        string? parent,
        string province
    ) => Assert.Equal(province, Division.Create(code, "示例", level, parent).ProvinceCode);

    [Theory]
    [InlineData("99010", DivisionLevel.Prefecture, "990000")]
    [InlineData("99010a", DivisionLevel.Prefecture, "990000")]
    [InlineData("990100", DivisionLevel.Prefecture, null)]
    [InlineData("990000", DivisionLevel.Province, "980000")]
    [InlineData("990100", DivisionLevel.Prefecture, "99")]
    public void Create_Impossible_Throws(string code, DivisionLevel level, string? parent) =>
        Assert.Throws<ArgumentException>(() => Division.Create(code, "示例", level, parent));
}
