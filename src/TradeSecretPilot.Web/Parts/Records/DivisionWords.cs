using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>The levels of divisions as pages word them: keys of their translation.</summary>
public static class DivisionWords
{
    /// <summary>The levels that may apply at all.</summary>
    public static IReadOnlyList<DivisionLevel> Applicants { get; } =
    [DivisionLevel.Prefecture, DivisionLevel.County, DivisionLevel.FunctionalZone];
}
