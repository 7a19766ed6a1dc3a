using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

public enum MailRoute
{
    /// <summary>Mail waits in the outbox.</summary>
    None = 1,

    /// <summary>Mail is written as files, and reaches nobody.</summary>
    Folder = 2,

    Relay = 3,
}

/// <summary>Where mail goes by the present settings, without their secrets.</summary>
[OneSnapshot]
public sealed class GetMailRoute(PilotSessions sessions, MailSender sender)
{
    /// <param name="Host">Null without a relay, as are the next two.</param>
    public sealed record View(
        MailRoute Route,
        string? Host,
        int? Port,
        MailSecurity? Security,
        string From
    );

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewOperations, ct);
        var o = sender.Options;
        return o.HasRelay
            ? new View(MailRoute.Relay, o.Host, o.Port, o.Protection, o.From)
            : new View(o.HasFolder ? MailRoute.Folder : MailRoute.None, null, null, null, o.From);
    }
}
