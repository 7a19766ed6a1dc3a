using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Host.Circuits;

/// <summary>
/// Ends the pages and downloads of sessions that have ended, whichever node they were ended on. Their acts are refused at the door
/// from that instant on; this takes what they show off the screen, and breaks off what is being sent.
/// </summary>
public sealed class SessionWatch(
    OpenSessions open,
    SessionStore sessions,
    ILogger<SessionWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Every);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "Open sessions were not looked at; they are in two seconds");
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var ids = open.Ids;
        if (ids.Count == 0)
        {
            return;
        }

        var lasting = await sessions.LastingAsync(ids, ct);
        var ended = ids.Where(id => !lasting.Contains(id)).ToList();
        if (ended.Count == 0)
        {
            return;
        }

        var reasons = await sessions.ReasonsAsync(ended, ct);
        foreach (var session in ended)
        {
            open.End(session, reasons.TryGetValue(session, out var why) ? why : null);
        }
    }
}
