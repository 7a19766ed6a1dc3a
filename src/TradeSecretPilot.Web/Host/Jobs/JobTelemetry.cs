using Hangfire.Server;
using TradeSecretPilot.UseCases.Platform.Telemetry;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>Measures every run of every job, under the name of its class and method.</summary>
public sealed class JobTelemetry : IServerFilter
{
    private const string Key = "portal.run";

    public void OnPerforming(PerformingContext context)
    {
        var job = context.BackgroundJob.Job;
        context.Items[Key] = PilotTelemetry.StartJob($"{job.Type.Name}.{job.Method.Name}");
    }

    public void OnPerformed(PerformedContext context)
    {
        if (context.Items.TryGetValue(Key, out var kept) && kept is TimedRun run)
        {
            if (context.Exception is { } exception)
            {
                run.Fail(exception.InnerException ?? exception);
            }

            run.Dispose();
        }
    }
}
