namespace TradeSecretPilot.UseCases.Tests.House.Planted;

/// <summary>The root registers everything; nothing may use it.</summary>
internal static class PlantedRoot
{
    public static int Start() => 1;
}
