using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.House.Planted.Applications;

namespace TradeSecretPilot.UseCases.Tests.House.Planted.Workflow;

/// <summary>Workflow that knows a stage and looks past tenancy.</summary>
internal static class PlantedCount
{
    public static int Of(PilotDbContext db) =>
        db.ApplicationsOfAnyProvince().Count() + new PlantedPrint().Number;
}
