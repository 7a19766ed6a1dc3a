using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>Whether what falls due is done. Degraded and not unhealthy: late acts are refused without the sweep.</summary>
public sealed class DeadlinesHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(DeadlineSweep.Job);
        var stalled = await scope
            .ServiceProvider.GetRequiredService<ListStalledItems>()
            .ExecuteAsync(cancellationToken);
        return stalled.Total == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"{stalled.Total}项到期事项连续三次未能办理，见“运行情况—运行状况”。 {stalled.Total} due item(s) were refused three times; see Operations, Health."
            );
    }
}
