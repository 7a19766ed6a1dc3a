namespace TradeSecretPilot.Domain.Divisions;

/// <summary>Levels and classes of divisions in words: one table for refusals, pages and documents.</summary>
public static class DivisionTerms
{
    public static Term Of(DivisionLevel level) =>
        level switch
        {
            DivisionLevel.Province => new("省", "Province"),
            DivisionLevel.Prefecture => new("市", "City"),
            DivisionLevel.County => new("县（区）", "County or district"),
            DivisionLevel.FunctionalZone => new("功能区", "Functional zone"),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };

    public static Term Of(DivisionClass divisionClass) =>
        divisionClass switch
        {
            DivisionClass.PlannedSeparately => new("计划单列市", "City with its own plan"),
            DivisionClass.SubProvincial => new("副省级城市", "Sub-provincial city"),
            DivisionClass.PrefectureCity => new("地级市", "Prefecture-level city"),
            DivisionClass.MunicipalityDistrict => new("直辖市区县", "District of a municipality"),
            _ => throw new ArgumentOutOfRangeException(nameof(divisionClass), divisionClass, null),
        };
}
