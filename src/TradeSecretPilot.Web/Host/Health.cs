using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Host;

/// <summary>Whether the database answers at the present schema.</summary>
public sealed class DatabaseHealth(MigrateDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var pending = await database.CountPendingAsync(cancellationToken);
        return pending == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(
                $"{pending} 个数据库升级未执行，请运行 migrate。 {pending} migrations are pending: run migrate."
            );
    }
}

/// <summary>Names each part with its state; no details of the machine.</summary>
public static class HealthReportWriter
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                parts = report.Entries.ToDictionary(
                    e => e.Key,
                    e => new { status = e.Value.Status.ToString(), e.Value.Description }
                ),
            },
            context.RequestAborted
        );
    }
}
