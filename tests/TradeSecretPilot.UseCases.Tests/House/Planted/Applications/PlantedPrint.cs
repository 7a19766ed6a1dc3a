using TradeSecretPilot.UseCases.Tests.House.Planted.Appraisals;
using TradeSecretPilot.UseCases.Tests.House.Planted.Bundles;

namespace TradeSecretPilot.UseCases.Tests.House.Planted.Applications;

/// <summary>A stage that calls another stage from within an asynchronous lambda, and the roof.</summary>
internal sealed class PlantedPrint
{
    public int Number { get; init; }

    public static Func<Task<int>> Later() =>
        async () =>
        {
            await Task.Yield();
            return PlantedSheet.Score();
        };

    public static void Ask() => PlantedQueue.Request();
}
