using System.Globalization;
using System.Reflection;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.Server;
using Hangfire.SqlServer;
using Hangfire.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.Web.Host.Jobs;

namespace TradeSecretPilot.Web.Tests.Host.Jobs;

/// <summary>What recurs, under which names, and what health says when it does not.</summary>
public sealed class PortalJobsTests : IDisposable
{
    private readonly InMemoryStorage _storage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void Schedule_HasAJobForEveryMatter_InTheOrderOfTheSweep()
    {
        var deadlines = Schedule().Where(j => j.Job.Type == typeof(DeadlineJobs)).ToList();

        Assert.Equal(
            Enum.GetValues<DeadlineMatter>().Select(m => (int)m),
            deadlines.Select(j =>
                int.Parse(
                    j.Id.AsSpan(PortalJobs.DeadlinePrefix.Length, 2),
                    CultureInfo.InvariantCulture
                )
            )
        );
        Assert.Equal(deadlines.Count, deadlines.Select(j => j.Job.Method).Distinct().Count());
        Assert.All(deadlines, j => Assert.Equal("5 * * * * *", j.Cron));
    }

    [Fact]
    public void Schedule_EveryJob_HasItsNameInBothLanguages_AndOnePolicyOfRepetition()
    {
        var jobs = Schedule();

        Assert.Equal(18, jobs.Count);
        Assert.All(
            jobs,
            j =>
            {
                var name = j.Job.Method.GetCustomAttribute<JobNameAttribute>()!;
                Assert.Matches("[\u4e00-\u9fff]{4,}.*", name.Chinese);
                Assert.DoesNotMatch("[\u4e00-\u9fff]", name.English);
                Assert.Equal("Asia/Shanghai", j.TimeZoneId);
                Assert.NotNull(j.Job.Type.GetCustomAttribute<AutomaticRetryAttribute>());
            }
        );
        Assert.Equal(
            0,
            typeof(DeadlineJobs).GetCustomAttribute<AutomaticRetryAttribute>()!.Attempts
        );
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, false, typeof(InMemoryStorage))]
    [InlineData(DatabaseProvider.PostgreSql, false, typeof(PostgreSqlStorage))]
    [InlineData(DatabaseProvider.PostgreSql, true, typeof(InMemoryStorage))]
    [InlineData(DatabaseProvider.SqlServer, false, typeof(SqlServerStorage))]
    [InlineData(DatabaseProvider.SqlServer, true, typeof(InMemoryStorage))]
    public void Storage_ByDatabase_IsThatDatabaseOrMemory(
        DatabaseProvider provider,
        bool inMemory,
        Type storage
    )
    {
        var database = new DatabaseOptions(
            provider,
            provider == DatabaseProvider.PostgreSql ? "Host=127.0.0.1" : "Server=127.0.0.1"
        );

        Assert.IsType(storage, JobStorageSetup.StorageOf(database, inMemory));
    }

    /// <summary>Hangfire's defaults are static: a worker of one host once lapsed the drafts of another's world.</summary>
    [Fact]
    public void TwoHosts_InOneProcess_EachHasItsOwnStorageAndServices()
    {
        // Not disposed: Hangfire's log, which is one for the process, writes through the last of them.
        var first = HostOf("Data Source=first.db");
        var second = HostOf("Data Source=second.db");
        foreach (var host in new[] { first, second })
        {
            host.GetRequiredService<IGlobalConfiguration>();
        }

        Assert.NotSame(
            first.GetRequiredService<JobStorage>(),
            second.GetRequiredService<JobStorage>()
        );
        using var job = first
            .GetRequiredService<JobActivator>()
            .BeginScope((JobActivatorContext)null!);
        Assert.Same(
            first.GetRequiredService<DatabaseOptions>(),
            job.Resolve(typeof(DatabaseOptions))
        );
    }

    [Fact]
    public async Task Health_NoServer_Degraded()
    {
        Schedule();

        var health = await CheckAsync(startedMinutesAgo: 2);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("没有任何节点", health.Description);
    }

    [Fact]
    public async Task Health_JustStarted_Healthy() =>
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(startedMinutesAgo: 0)).Status);

    [Fact]
    public async Task Health_ByTheLastSweep_HealthyOrDegraded()
    {
        Announce();
        var jobs = Schedule();
        Run(jobs, minutesAgo: 1);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(startedMinutesAgo: 10)).Status);

        Run([jobs.First(j => j.Id.StartsWith(PortalJobs.DeadlinePrefix))], minutesAgo: 7);

        var health = await CheckAsync(startedMinutesAgo: 10);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("时限扫描", health.Description);
    }

    [Fact]
    public async Task Health_MatterMissingFromTheSchedule_Degraded()
    {
        Announce();
        Run(Schedule(), minutesAgo: 1);
        new RecurringJobManager(_storage).RemoveIfExists("deadline-04-draft-lapses");

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(startedMinutesAgo: 10)).Status);
    }

    private static ServiceProvider HostOf(string connection)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new DatabaseOptions(DatabaseProvider.Sqlite, connection));
        builder.AddPortalJobs();
        return builder.Services.BuildServiceProvider();
    }

    private List<RecurringJobDto> Schedule()
    {
        new RecurringJobManager(_storage).WriteSchedule();
        using var connection = _storage.GetConnection();
        return [.. connection.GetRecurringJobs().OrderBy(j => j.Id, StringComparer.Ordinal)];
    }

    private void Announce()
    {
        using var connection = _storage.GetConnection();
        connection.AnnounceServer("node", new ServerContext { Queues = ["deadlines"] });
    }

    /// <summary>Notes that jobs were begun.</summary>
    private void Run(IEnumerable<RecurringJobDto> jobs, int minutesAgo)
    {
        using var connection = _storage.GetConnection();
        var at = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo);
        foreach (var job in jobs)
        {
            connection.SetRangeInHash(
                $"recurring-job:{job.Id}",
                [new("LastExecution", at.ToString("O", CultureInfo.InvariantCulture))]
            );
        }
    }

    private Task<HealthCheckResult> CheckAsync(int startedMinutesAgo) =>
        new JobsHealth(_storage)
        {
            Started = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-startedMinutesAgo),
        }.CheckHealthAsync(new HealthCheckContext(), Ct);
}
