using System.Linq.Expressions;
using Hangfire;
using Hangfire.AspNetCore;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.Web.Parts.Demo;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>
/// What runs by itself, by the machine's time. Exactly-once does not rest on the scheduler: due actions have unique keys, mail and
/// bundles leases. The programme's deadlines are judged by the sweep, which reads the portal's clock.
/// </summary>
public static class PortalJobs
{
    /// <summary>Keeps jobs in memory; on for a demonstration, whose reset throws its database away, and always beside SQLite.</summary>
    public const string InMemoryKey = "Jobs:InMemory";

    /// <summary>Ids of the matters of the deadline sweep begin with it, and go on with the number of their order.</summary>
    public const string DeadlinePrefix = "deadline-";

    /// <summary>One for each matter.</summary>
    public static readonly int DeadlineJobCount = Enum.GetValues<DeadlineMatter>().Length;

    /// <summary>
    /// Every minute, at second 5 or soon after: commands that reached the server before a deadline on the full minute have
    /// settled by then.
    /// </summary>
    private const string EveryMinute = "5 * * * * *";

    private const string EveryHour = "30 0 * * * *";
    private const string AtTwo = "0 0 2 * * *";
    private const string AtThree = "0 0 3 * * *";

    /// <summary>The zone of the schedule; the programme's own deadlines do not depend on it.</summary>
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById(
        "Asia/Shanghai"
    );

    private const string TwiceAMinute = "15,45 * * * * *";

    private static readonly TimeSpan SchedulePoll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ServerLost = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    public static void AddPortalJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // The container's own: Hangfire's defaults are static, and with two hosts in one process the worker of one would act on the
        // database of the other.
        services.AddSingleton<JobStorage>(provider =>
            JobStorageSetup.StorageOf(
                provider.GetRequiredService<DatabaseOptions>(),
                inMemory: provider
                    .GetRequiredService<IConfiguration>()
                    .GetValue(InMemoryKey, provider.GetService<IDemonstration>() is not null)
            )
        );
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(
            provider.GetRequiredService<IServiceScopeFactory>()
        ));
        services.AddHangfire(
            (provider, configuration) =>
                configuration
                    .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                    .UseSimpleAssemblyNameTypeSerializer()
                    .UseRecommendedSerializerSettings()
                    .UseFilter(new JobTelemetry())
                    .UseChineseTimes()
                    .UseStorage(provider.GetRequiredService<JobStorage>())
        );
        services.AddWorker(JobQueues.Deadlines, schedules: true);
        services.AddWorker(JobQueues.General);
        services.AddWorker(JobQueues.Bundles);
        services.AddHostedService<JobWakeUps>();
        services
            .AddHealthChecks()
            .AddCheck<JobsHealth>("jobs")
            .AddCheck<DeadlinesHealth>("deadlines");
    }

    /// <summary>Makes the tables outside Production, where <c>migrate</c> does, and writes the schedule.</summary>
    public static async Task PrepareJobsAsync(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        var ct = app.Lifetime.ApplicationStopping;
        if (!app.Environment.IsProduction())
        {
            await JobStorageSetup.InstallAsync(database, ct);
        }
        else if (!await JobStorageSetup.IsInstalledAsync(database, ct))
        {
            throw new InvalidOperationException(
                "数据库中没有后台任务的表，请先运行 migrate。 The tables of background jobs are missing: run migrate first."
            );
        }

        app.Services.GetRequiredService<IRecurringJobManager>().WriteSchedule();
    }

    /// <summary>Writes what recurs; the same after every start.</summary>
    public static void WriteSchedule(this IRecurringJobManager jobs)
    {
        jobs.Add<DeadlineJobs>("deadline-01-reinstatements", j => j.ReinstateAsync(default));
        jobs.Add<DeadlineJobs>(
            "deadline-02-submission-reminders",
            j => j.RemindOfSubmissionAsync(default)
        );
        jobs.Add<DeadlineJobs>(
            "deadline-03-forwarding-reminders",
            j => j.RemindOfForwardingAsync(default)
        );
        jobs.Add<DeadlineJobs>("deadline-04-draft-lapses", j => j.LapseDraftsAsync(default));
        jobs.Add<DeadlineJobs>(
            "deadline-05-forwarding-closure",
            j => j.CloseForwardingAsync(default)
        );
        jobs.Add<DeadlineJobs>(
            "deadline-06-scoring-reminders",
            j => j.RemindOfScoringAsync(default)
        );
        jobs.Add<DeadlineJobs>(
            "deadline-07-publication-alarm",
            j => j.AlarmPublicationAsync(default)
        );
        jobs.Add<DeadlineJobs>("deadline-08-pilot-launch", j => j.LaunchPilotsAsync(default));
        jobs.Add<DeadlineJobs>("deadline-09-report-calls", j => j.CallReportsAsync(default));
        jobs.Add<DeadlineJobs>(
            "deadline-10-report-reminders",
            j => j.RemindOfReportsAsync(default)
        );
        jobs.Add<DeadlineJobs>(
            "deadline-11-missing-reports",
            j => j.MarkMissingReportsAsync(default)
        );
        jobs.Add<DeadlineJobs>(
            "deadline-12-pilot-conclusions",
            j => j.ConcludePilotsAsync(default)
        );
        jobs.Add<OutboxJobs>("outbox", j => j.SendAsync(default));
        jobs.Add<MaintenanceJobs>("verify-audit", j => j.VerifyAuditAsync(default), AtTwo);
        jobs.Add<AuditJobs>("audit-places", j => j.PlaceAsync(default), TwiceAMinute);
        jobs.Add<AuditJobs>("audit-anchors", j => j.AnchorAsync(default), EveryHour);
        jobs.Add<MaintenanceJobs>("clean-up", j => j.CleanUpAsync(default), AtThree);
        jobs.Add<BundleJobs>("bundles", j => j.MakeAsync(default), TwiceAMinute);
    }

    /// <summary>After an outage a missed job runs once, at once; it does not run once for every time that was missed.</summary>
    private static void Add<T>(
        this IRecurringJobManager jobs,
        string id,
        Expression<Func<T, Task>> method,
        string cron = EveryMinute
    ) =>
        jobs.AddOrUpdate(
            id,
            method,
            cron,
            new RecurringJobOptions
            {
                TimeZone = Beijing,
                MisfireHandling = MisfireHandlingMode.Relaxed,
            }
        );

    /// <param name="schedules">Whether this worker's server also watches over the schedule; one on each node does.</param>
    private static void AddWorker(
        this IServiceCollection services,
        string queue,
        bool schedules = false
    ) =>
        services.AddHangfireServer(options =>
        {
            options.ServerName = $"{Environment.MachineName}:{Environment.ProcessId}:{queue}";
            options.Queues = [queue];
            options.WorkerCount = 1;
            options.IsLightweightServer = !schedules;
            options.SchedulePollingInterval = SchedulePoll;
            options.HeartbeatInterval = Heartbeat;
            options.ServerCheckInterval = ServerLost;
            options.ServerTimeout = ServerLost;
            options.ShutdownTimeout = StopPatience;
        });
}
