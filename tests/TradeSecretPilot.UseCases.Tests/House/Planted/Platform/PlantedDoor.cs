using TradeSecretPilot.UseCases.Tests.House.Planted.Wording;

namespace TradeSecretPilot.UseCases.Tests.House.Planted.Platform;

/// <summary>Platform that imports a sibling.</summary>
internal static class PlantedDoor
{
    public static string Greet() => PlantedWords.Of(1);
}
