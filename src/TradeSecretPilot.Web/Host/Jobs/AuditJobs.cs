using Hangfire;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>What links and anchors the audit trail.</summary>
[Queue(JobQueues.General)]
[AutomaticRetry(Attempts = 3)]
[KeepRuns]
public sealed class AuditJobs(
    CurrentActor actor,
    AuditSequencer sequencer,
    AnchorAudit anchor,
    ILogger<AuditJobs> logger
)
{
    /// <returns>How many entries got their place.</returns>
    [JobName(
        "审计编号：为新的审计记录编号，续接链条",
        "Audit places: gives new audit entries their places in the chain"
    )]
    public Task<int> PlaceAsync(CancellationToken ct) => sequencer.PlaceAsync(ct);

    /// <returns>Entries under the anchor, or why none was made.</returns>
    [JobName(
        "审计锚定：每小时签名公布审计记录的根，不符时通知审计管理员",
        "Audit anchors: signs and publishes the root of the audit trail every hour"
    )]
    public async Task<string> AnchorAsync(CancellationToken ct)
    {
        actor.ActAsJob(AnchorAudit.Job);
        var made = await anchor.ExecuteAsync(ct);
        if (made.Problem is { } problem)
        {
            logger.LogError("The audit trail was not anchored: {Problem}", problem);
            return problem;
        }

        return $"{made.Size}";
    }
}
