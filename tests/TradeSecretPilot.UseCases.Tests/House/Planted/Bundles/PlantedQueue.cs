using TradeSecretPilot.UseCases.Tests.House.Planted.Applications;

namespace TradeSecretPilot.UseCases.Tests.House.Planted.Bundles;

/// <summary>The roof that looks down into a stage which looks up to it: a circle.</summary>
internal static class PlantedQueue
{
    public static void Request() => GC.KeepAlive(new PlantedPrint());
}
