namespace TradeSecretPilot.UseCases.Tests.House.Planted.Appraisals;

/// <summary>A stage that uses the root.</summary>
internal static class PlantedSheet
{
    public static int Score() => PlantedRoot.Start();
}
