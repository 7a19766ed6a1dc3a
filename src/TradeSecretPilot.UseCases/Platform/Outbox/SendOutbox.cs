using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>
/// Sends what waits in the outbox: the outbox job's act. A message is taken by one update of its lease, so two nodes never send
/// the same one; a node that dies while sending gives it back when the lease ends.
/// </summary>
public sealed class SendOutbox(PilotSessions sessions, MailSender sender)
{
    public const int BatchSize = 50;

    /// <summary>Tries before a message is given up; it stays listed.</summary>
    public const int MaxAttempts = 10;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Leases and waits are real time: a demonstration that jumps a year must not retry a year at once.</summary>
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <param name="Sent">Messages that went out.</param>
    /// <param name="Failed">Messages to be tried again, or given up.</param>
    public sealed record View(int Sent, int Failed);

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        if (!sender.IsConfigured)
        {
            return new View(0, 0);
        }

        var start = Machine.GetUtcNow();
        var due = await session
            .Db.OutboxMessages.AsNoTracking()
            .Where(m => m.SentAt == null && m.NotBefore <= start && m.Attempts < MaxAttempts)
            .OrderBy(m => m.CreatedAt)
            .ThenBy(m => m.Id)
            .Take(BatchSize)
            .ToListAsync(ct);
        var (sent, failed) = (0, 0);
        await using var connection = sender.Open();
        foreach (var message in due)
        {
            if (!await TakeAsync(session, message, ct))
            {
                continue;
            }

            if (await SendAsync(session, connection, message, ct))
            {
                sent++;
            }
            else
            {
                failed++;
            }
        }

        return new View(sent, failed);
    }

    private async Task<bool> TakeAsync(
        PilotSession session,
        OutboxMessage message,
        CancellationToken ct
    )
    {
        var now = Machine.GetUtcNow();
        var until = now + Lease;
        return await session
                .Db.OutboxMessages.Where(m =>
                    m.Id == message.Id
                    && m.SentAt == null
                    && m.NotBefore <= now
                    && m.Attempts == message.Attempts
                )
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(m => m.NotBefore, until)
                            .SetProperty(m => m.Attempts, m => m.Attempts + 1),
                    ct
                ) == 1;
    }

    private async Task<bool> SendAsync(
        PilotSession session,
        MailConnection connection,
        OutboxMessage message,
        CancellationToken ct
    )
    {
        string? error = null;
        var body = message.Body;
        if (message.PasswordLinkId is not null || message.MailChangeId is not null)
        {
            if (await GiveOutAsync(session, message, ct) is not { } code)
            {
                await GiveUpAsync(session, message, ct);
                return false;
            }

            body = body.Replace(LinkCode.Placeholder, code, StringComparison.Ordinal);
        }

        try
        {
            await connection.SendAsync(new Mail(message.Id, message.To, message.Subject, body), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever went wrong with one message, the others are still to be sent.
            error = Cut(e.Message);
        }

        var row = session.Db.OutboxMessages.Where(m => m.Id == message.Id);
        if (error is null)
        {
            var now = session.Now;
            // What is sent is noted even while the portal stops: else it would be sent again.
            await row.ExecuteUpdateAsync(
                s => s.SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, (string?)null),
                CancellationToken.None
            );
            return true;
        }

        var retryAt = Machine.GetUtcNow() + WaitAfter(message.Attempts + 1);
        await row.ExecuteUpdateAsync(
            s => s.SetProperty(m => m.NotBefore, retryAt).SetProperty(m => m.LastError, error),
            ct
        );
        return false;
    }

    /// <summary>
    /// The code of a link that is still open, made now: each try has another one, so that none is kept for the next. Null when the
    /// link was used, replaced or withdrawn meanwhile.
    /// </summary>
    private static async Task<string?> GiveOutAsync(
        PilotSession session,
        OutboxMessage message,
        CancellationToken ct
    )
    {
        var code = LinkCode.Generate();
        var (hash, now) = (LinkCode.HashOf(code), session.Now);
        var given = message.MailChangeId is { } change
            ? await session
                .Db.MailChanges.Where(c => c.LinkId == change && c.ExpiresAt > now)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(c => c.CodeSha256, hash)
                            .SetProperty(c => c.GivenOutAt, (DateTimeOffset?)now),
                    ct
                )
            : await session
                .Db.PasswordLinks.Where(l =>
                    l.LinkId == message.PasswordLinkId && l.ExpiresAt > now
                )
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(l => l.CodeSha256, hash)
                            .SetProperty(l => l.GivenOutAt, (DateTimeOffset?)now),
                    ct
                );
        return given == 1 ? code : null;
    }

    private static Task<int> GiveUpAsync(
        PilotSession session,
        OutboxMessage message,
        CancellationToken ct
    ) =>
        session
            .Db.OutboxMessages.Where(m => m.Id == message.Id)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(m => m.Attempts, MaxAttempts)
                        .SetProperty(
                            m => m.LastError,
                            "链接已失效，不再发送。 The link is no longer open; it is not sent."
                        ),
                ct
            );

    /// <summary>1, 2, 4, … minutes, at most six hours.</summary>
    internal static TimeSpan WaitAfter(int attempts)
    {
        var wait = FirstWait * Math.Pow(2, attempts - 1);
        return wait < LongestWait ? wait : LongestWait;
    }

    private static string Cut(string text) =>
        text.Length > OutboxMessage.ErrorMaxLength ? text[..OutboxMessage.ErrorMaxLength] : text;
}
