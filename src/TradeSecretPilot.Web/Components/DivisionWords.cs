using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Web.Components;

/// <summary>The levels of divisions as pages word them: keys of their translation.</summary>
public static class DivisionWords
{
    /// <summary>The levels that may apply at all.</summary>
    public static IReadOnlyList<DivisionLevel> Applicants { get; } =
    [DivisionLevel.Prefecture, DivisionLevel.County, DivisionLevel.FunctionalZone];

    public static string Of(DivisionLevel level) =>
        level switch
        {
            DivisionLevel.Province => "省",
            DivisionLevel.Prefecture => "市",
            DivisionLevel.County => "县（区）",
            DivisionLevel.FunctionalZone => "功能区",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level."),
        };
}
