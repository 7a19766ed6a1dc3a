using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Tests.House.Planted.Applications;

namespace TradeSecretPilot.UseCases.Tests.House.Planted.Rendering;

/// <summary>An engine that names a stage, of the use cases and of the domain.</summary>
internal static class PlantedEngine
{
    public static string Name() => typeof(PlantedPrint).Name;

    public static string Of(ApplicationStatus status) => status.ToString();
}
