namespace TradeSecretPilot.Web.Pages.Selections;

/// <summary>The choice for one region as the page holds it.</summary>
public sealed class ChoiceState
{
    public bool Selected { get; set; }

    public string Reason { get; set; } = "";
}
