using Quartz;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Documents;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Jobs;

/// <summary>
/// What runs by itself. The store is in memory on every node: the sweep and the outbox are exactly-once by the database, so
/// two schedulers cannot do a thing twice.
/// </summary>
public static class PortalJobs
{
    /// <summary>
    /// Every minute at second 5: commands that reached the server before a deadline on the full minute have settled by then.
    /// </summary>
    private const string SweepCron = "5 * * * * ?";

    private const string SweepName = "sweep";
    private const string OutboxName = "outbox";
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;

    private const string OutboxCron = "0/20 * * * * ?";
    private const string BundleName = "bundles";
    private const string BundleCron = "0/5 * * * * ?";

    public static void AddPortalJobs(this WebApplicationBuilder builder)
    {
        // Quartz takes the portal's TimeProvider. Triggers start long ago, or a virtual clock would wait for the machine's year.
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<SweepJob>(t =>
                t.WithIdentity(SweepName).StartAt(LongAgo).WithCronSchedule(SweepCron, SkipMissed)
            );
            quartz.ScheduleJob<OutboxJob>(t =>
                t.WithIdentity(OutboxName).StartAt(LongAgo).WithCronSchedule(OutboxCron, SkipMissed)
            );
            quartz.ScheduleJob<BundleJob>(t =>
                t.WithIdentity(BundleName).StartAt(LongAgo).WithCronSchedule(BundleCron, SkipMissed)
            );
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>Plans every trigger anew from the present instant, after a virtual clock was set back.</summary>
    public static async Task RestartAsync(this IScheduler scheduler, CancellationToken ct)
    {
        foreach (var name in (string[])[SweepName, OutboxName, BundleName])
        {
            var key = new TriggerKey(name);
            if (await scheduler.GetTrigger(key, ct) is { } trigger)
            {
                await scheduler.RescheduleJob(
                    key,
                    trigger.GetTriggerBuilder().StartAt(LongAgo).Build(),
                    ct
                );
            }
        }
    }

    private static void SkipMissed(CronScheduleBuilder schedule) =>
        schedule.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);
}

/// <summary>Runs the deadline sweep.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(IServiceScopeFactory scopes, ILogger<SweepJob> logger) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeJob(DeadlineSweep.Job);
        var swept = await scope
            .ServiceProvider.GetRequiredService<DeadlineSweep>()
            .ExecuteAsync(cancellationToken);
        if (swept.Done + swept.Reinstated > 0)
        {
            logger.LogInformation(
                "Sweep: {Done} done, {Reinstated} reinstated",
                swept.Done,
                swept.Reinstated
            );
        }
    }
}

/// <summary>Sends the mail that waits in the outbox.</summary>
[DisallowConcurrentExecution]
public sealed class OutboxJob(IServiceScopeFactory scopes, ILogger<OutboxJob> logger) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeJob(ActorWords.Outbox);
        var sent = await scope
            .ServiceProvider.GetRequiredService<SendOutbox>()
            .ExecuteAsync(cancellationToken);
        if (sent.Failed > 0)
        {
            logger.LogWarning("Outbox: {Sent} sent, {Failed} failed", sent.Sent, sent.Failed);
        }
    }
}

/// <summary>Makes the bundles that people asked for, one after the other.</summary>
[DisallowConcurrentExecution]
public sealed class BundleJob(BundleMaker maker) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        while (await maker.MakeNextAsync(cancellationToken))
        {
            // The next one.
        }
    }
}
