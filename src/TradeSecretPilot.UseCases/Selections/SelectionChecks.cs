namespace TradeSecretPilot.UseCases.Selections;

/// <summary>决定前请核对: facts the lead should have seen. None of them forbids the decision.</summary>
public sealed record SelectionChecks
{
    /// <summary>The first of a province's ranking, not selected.</summary>
    public required IReadOnlyList<SelectionRow> ProvinceFirstsPassedOver { get; init; }

    /// <summary>Regions whose experts disagree on which side of the line they stand.</summary>
    public required int IntervalsAcrossLine { get; init; }

    /// <summary>Sheets recused from.</summary>
    public required int Recusals { get; init; }

    /// <summary>Experts who recused.</summary>
    public required int RecusedExperts { get; init; }

    public required int SheetsSubmitted { get; init; }

    /// <summary>Sheets that stand and are not submitted.</summary>
    public required int SheetsOpen { get; init; }

    /// <summary>Fewest sheets that any plan has.</summary>
    public required int FewestSheets { get; init; }

    /// <summary>Every plan has the sheets it needs, and none is open.</summary>
    public required bool AllSheetsSubmitted { get; init; }

    /// <summary>Departures from the ranking without a reason.</summary>
    public required int MovesWithoutReason { get; init; }
}
