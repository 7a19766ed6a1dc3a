namespace TradeSecretPilot.Web.Pages.Selections;

/// <summary>The choice for one region as the page holds it.</summary>
/// <param name="Reason">Why it differs from the ranking; empty when it does not, or nothing was typed yet.</param>
public sealed record ChoiceState(bool Selected, string Reason);
