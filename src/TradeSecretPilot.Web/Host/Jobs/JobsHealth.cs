using System.Diagnostics;
using System.Globalization;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>
/// Whether jobs run: some server has been heard of lately, and every matter of the deadline sweep was begun in the last minutes. Degraded
/// and not unhealthy: pages work without jobs, and late acts are refused without them.
/// </summary>
public sealed class JobsHealth(JobStorage storage) : IHealthCheck
{
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private static readonly DateTime ProcessStarted = Process
        .GetCurrentProcess()
        .StartTime.ToUniversalTime();

    /// <summary>Jobs run by the machine's time, whatever the demonstration's clock says.</summary>
    public TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <summary>UTC; before, nothing can have run.</summary>
    public DateTime Started { get; init; } = ProcessStarted;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) => Task.Run(Check, cancellationToken);

    private HealthCheckResult Check()
    {
        var now = Machine.GetUtcNow().UtcDateTime;
        if (now - Started < Silent)
        {
            return HealthCheckResult.Healthy();
        }

        if (!storage.GetMonitoringApi().Servers().Any(s => now - s.Heartbeat < Silent))
        {
            return HealthCheckResult.Degraded(
                "没有任何节点在执行后台任务。 No node runs background jobs."
            );
        }

        return now - Started > Late && IsLate(now)
            ? HealthCheckResult.Degraded(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"时限扫描已超过{Late.TotalMinutes:0}分钟没有执行。 The deadline sweep has not run for {Late.TotalMinutes:0} minutes."
                )
            )
            : HealthCheckResult.Healthy();
    }

    private bool IsLate(DateTime now)
    {
        using var connection = storage.GetConnection();
        var matters = connection
            .GetRecurringJobs()
            .Where(j => j.Id.StartsWith(PortalJobs.DeadlinePrefix, StringComparison.Ordinal))
            .ToList();
        return matters.Count < PortalJobs.DeadlineJobCount
            || matters.Exists(j => j.LastExecution is not { } last || now - last > Late);
    }
}
