using System.Threading.Channels;
using Hangfire;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>
/// Enqueues a job for work that a committed act left, off the path of the act. Wake-ups that come together are one job, and one
/// that is lost is made good by the recurring job.
/// </summary>
public sealed class JobWakeUps(
    WakeUps wakeUps,
    IBackgroundJobClient jobs,
    ILogger<JobWakeUps> logger
) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    private readonly Channel<BackgroundWork> _requested = Channel.CreateBounded<BackgroundWork>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        wakeUps.Handler = work => _requested.Writer.TryWrite(work);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var gathered = new HashSet<BackgroundWork>();
        while (await _requested.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Gather, stoppingToken);
            gathered.Clear();
            while (_requested.Reader.TryRead(out var work))
            {
                gathered.Add(work);
            }

            foreach (var work in gathered)
            {
                Enqueue(work);
            }
        }
    }

    private void Enqueue(BackgroundWork work)
    {
        try
        {
            _ = work switch
            {
                BackgroundWork.SendOutbox => jobs.Enqueue<OutboxJobs>(j =>
                    j.SendAsync(CancellationToken.None)
                ),
                _ => jobs.Enqueue<BundleJobs>(j => j.MakeAsync(CancellationToken.None)),
            };
        }
        catch (BackgroundJobClientException e)
        {
            logger.LogWarning(e, "{Work} waits for its recurring job", work);
        }
    }
}
