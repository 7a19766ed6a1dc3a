using TradeSecretPilot.Web.Tests.House.Planted.Pages.Second;

namespace TradeSecretPilot.Web.Tests.House.Planted.Pages.First;

/// <summary>A page against the rules: it uses one that uses it.</summary>
internal sealed class FirstPage
{
    public SecondPage? Next { get; set; }
}
