using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Demo.World;

/// <summary>Runs jobs of the demonstration in a scope of their own.</summary>
internal static class DemoScopes
{
    public static async Task<T> AsJobAsync<TUseCase, T>(
        this IServiceScopeFactory scopes,
        Func<TUseCase, Task<T>> act
    )
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(DetectDemonstration.Job);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
