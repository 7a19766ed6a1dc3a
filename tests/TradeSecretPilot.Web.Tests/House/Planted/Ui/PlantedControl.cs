using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Tests.House.Planted.Pages.First;

namespace TradeSecretPilot.Web.Tests.House.Planted.Ui;

/// <summary>A control against the rules: it knows a plan, and a page.</summary>
internal sealed class PlantedControl
{
    public WorkPlan? Shown { get; set; }

    public FirstPage? Page { get; set; }
}
