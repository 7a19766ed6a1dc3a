namespace TradeSecretPilot.Web.Ui.Lists;

/// <summary>A tab over a list.</summary>
/// <param name="Value">What the address holds; null is the tab for all.</param>
/// <param name="Text">In the page's language.</param>
/// <param name="Count">Rows behind it, or null when it is not counted.</param>
public sealed record StatusTab(string? Value, string Text, int? Count = null);
