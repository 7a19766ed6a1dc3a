namespace TradeSecretPilot.Web.Ui.Charts;

/// <summary>How an entry is marked: done, needing attention, or still open.</summary>
public enum TimelineMark
{
    Done,
    Attention,
    Open,
}

/// <summary>One line of a record's history, the same for both sides.</summary>
/// <param name="At">When it happened, UTC; null for what is still awaited.</param>
/// <param name="Actor">Who, in the words the reader may see.</param>
/// <param name="Act">What was done.</param>
/// <param name="Detail">Second line: receipt, reason, the date that applied before.</param>
public sealed record TimelineStep(
    DateTimeOffset? At,
    string Actor,
    string Act,
    string? Detail = null,
    TimelineMark Mark = TimelineMark.Done
);
