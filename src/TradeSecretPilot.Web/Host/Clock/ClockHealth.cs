using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeSecretPilot.UseCases.Platform.Clock;

namespace TradeSecretPilot.Web.Host.Clock;

/// <summary>Whether this node's clock agrees with the database server's.</summary>
public sealed class ClockHealth(NodeClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        var ahead = clock.Ahead;
        var (zh, en) = ahead > TimeSpan.Zero ? ("快", "ahead of") : ("慢", "behind");
        var seconds = ahead.Duration().TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return clock.Agreement switch
        {
            ClockAgreement.Together => HealthCheckResult.Healthy(),
            ClockAgreement.Apart => HealthCheckResult.Degraded(
                $"本节点的时钟比数据库服务器{zh}{seconds}秒，请校时。 The clock of this node is {seconds} s {en} the database server's: set it."
            ),
            _ => HealthCheckResult.Degraded(
                $"本节点的时钟比数据库服务器{zh}{seconds}秒，与时限有关的操作已停止办理，请立即校时。 The clock of this node is {seconds} s {en} the database server's: acts bound to deadlines are refused until it is set."
            ),
        };
    }
}
