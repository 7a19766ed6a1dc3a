using Hangfire;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.Web.Parts.Records;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>Sends what waits in the outbox, which keeps its own leases and waits: Hangfire repeats nothing.</summary>
[Queue(JobQueues.General)]
[AutomaticRetry(Attempts = 0)]
[KeepRuns]
public sealed class OutboxJobs(CurrentActor actor, SendOutbox send, ILogger<OutboxJobs> logger)
{
    /// <returns>How many messages were tried.</returns>
    [JobName("发送邮件：发件箱中等待发送的邮件", "Mail: sends what waits in the outbox")]
    public async Task<int> SendAsync(CancellationToken ct)
    {
        actor.ActAsJob(ActorWords.Outbox);
        var (sent, failed) = (0, 0);
        SendOutbox.View last;
        do
        {
            last = await send.ExecuteAsync(ct);
            sent += last.Sent;
            failed += last.Failed;
        } while (last.Sent + last.Failed == SendOutbox.BatchSize);

        if (failed > 0)
        {
            logger.LogWarning("Outbox: {Sent} sent, {Failed} failed", sent, failed);
        }

        return sent + failed;
    }
}
