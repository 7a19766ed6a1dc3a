using TradeSecretPilot.Web.Tests.House.Planted.Pages.First;

namespace TradeSecretPilot.Web.Tests.House.Planted.Pages.Second;

/// <summary>The other half of the planted circle.</summary>
internal sealed class SecondPage
{
    public FirstPage? Before { get; set; }
}
