using Hangfire;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>What runs at night. An error that comes of the moment (no database, no disk) is repeated by Hangfire.</summary>
[Queue(JobQueues.General)]
[AutomaticRetry(Attempts = 3)]
[KeepRuns]
public sealed class MaintenanceJobs(
    CurrentActor actor,
    CheckAudit check,
    RemoveOrphanedFiles removeOrphans,
    ExpireBundles expireBundles,
    JobStorage storage,
    IBackgroundJobClient jobs,
    ILogger<MaintenanceJobs> logger
)
{
    private const int FailedRunsLookedAt = 5000;

    /// <summary>A failed run of a job stays for so long; Hangfire would keep it for ever.</summary>
    private static readonly TimeSpan FailedRunsKept = TimeSpan.FromDays(30);

    /// <returns>How many entries are sound; a broken chain is told to the audit administrators.</returns>
    [JobName(
        "审计核验：每夜逐条核验审计链，断开时通知审计管理员",
        "Audit check: walks the audit chain every night and alarms the audit administrators"
    )]
    public async Task<string> VerifyAuditAsync(CancellationToken ct)
    {
        actor.ActAsJob(CheckAudit.Job);
        var found = await check.ExecuteAsync(ct);
        if (found.IsValid)
        {
            return $"{found.Entries}";
        }

        logger.LogError(
            "The audit chain is broken at entry {FirstBad}: {Problem}",
            found.FirstBad,
            found.Problem
        );
        return $"{found.FirstBad}: {found.Problem}";
    }

    /// <returns>How many files and runs were cleared away.</returns>
    [JobName(
        "清理文件：未随文本保存的上传文件、过期的压缩包、未写完的文件",
        "Clean-up: uploads never saved with a text, expired bundles, unfinished files"
    )]
    public async Task<int> CleanUpAsync(CancellationToken ct)
    {
        actor.ActAsJob(RemoveOrphanedFiles.Job);
        var expired = await expireBundles.ExecuteAsync(ct);
        var orphans = await removeOrphans.ExecuteAsync(ct);
        var runs = RemoveOldFailures();
        logger.LogInformation(
            "Clean-up: {Bundles} bundles, {Orphans} files, {Runs} failed runs",
            expired,
            orphans.Total,
            runs
        );
        return expired + orphans.Total + runs;
    }

    private int RemoveOldFailures()
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - FailedRunsKept;
        var old = storage
            .GetMonitoringApi()
            .FailedJobs(0, FailedRunsLookedAt)
            .Where(j => j.Value?.FailedAt < before)
            .Select(j => j.Key)
            .ToList();
        old.ForEach(id => jobs.Delete(id));
        return old.Count;
    }
}
