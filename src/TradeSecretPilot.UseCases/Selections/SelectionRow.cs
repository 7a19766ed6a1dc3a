using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>How a choice departs from the ranking.</summary>
public enum SelectionMove
{
    None = 0,

    /// <summary>调入: selected from below the line.</summary>
    In = 1,

    /// <summary>调出: passed over from above the line.</summary>
    Out = 2,
}

/// <summary>One appraised region in the ranking.</summary>
public sealed record SelectionRow
{
    public required Guid ApplicationId { get; init; }

    /// <summary>Place in the appraisal; equal means share a place.</summary>
    public required int Place { get; init; }

    public required string RegionName { get; init; }

    public required string ProvinceCode { get; init; }

    public required string ProvinceName { get; init; }

    public required RegionGroup Group { get; init; }

    public required DivisionLevel Level { get; init; }

    /// <summary>Rank among its province's recommendations.</summary>
    public required int ProvincialRank { get; init; }

    /// <summary>Hundredths of a point.</summary>
    public required int MeanHundredths { get; init; }

    /// <summary>Each expert's total in hundredths of a point, lowest first.</summary>
    public required IReadOnlyList<int> TotalsHundredths { get; init; }

    /// <summary>区间跨线, by the choice as saved.</summary>
    public required bool CrossesLine { get; init; }

    public required bool Selected { get; init; }

    public required SelectionMove Move { get; init; }

    /// <summary>Why the choice departs from the ranking.</summary>
    public required string? Reason { get; init; }

    /// <summary>Task areas the plan emphasises.</summary>
    public required IReadOnlyList<TaskArea> TaskAreas { get; init; }
}
