namespace TradeSecretPilot.Web.Ui.Charts;

/// <summary>A deadline on the time band.</summary>
/// <param name="CountdownLabel">Above the figures, such as 距本省申报截止.</param>
/// <param name="Label">On the ruler, such as 本省截止.</param>
/// <param name="At">The instant from which nothing is accepted, UTC.</param>
/// <param name="Note">Under the date instead of the exact instant, such as 逢周日不顺延.</param>
public sealed record TimeMark(
    string CountdownLabel,
    string Label,
    DateTimeOffset At,
    string? Note = null
);
