using TradeSecretPilot.UseCases.Tests.House.Planted.Rendering;

namespace TradeSecretPilot.UseCases.Tests.House.Planted.Wording;

/// <summary>Words that know the engine which writes them.</summary>
internal static class PlantedWords
{
    public static string Of(int kind) => kind == 1 ? PlantedEngine.Name() : "";
}
