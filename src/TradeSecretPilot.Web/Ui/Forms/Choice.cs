namespace TradeSecretPilot.Web.Ui.Forms;

/// <param name="Value">What is stored.</param>
/// <param name="Text">What is shown, in the page's language.</param>
public sealed record Choice(string Value, string Text);
