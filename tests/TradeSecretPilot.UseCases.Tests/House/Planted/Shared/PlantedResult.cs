using TradeSecretPilot.UseCases.Tests.House.Planted.Appraisals;

namespace TradeSecretPilot.UseCases.Tests.House.Planted.Shared;

/// <summary>A shared kernel that knows a stage.</summary>
internal static class PlantedResult
{
    public static int Of() => PlantedSheet.Score();
}
