using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// Sends one mail past the outbox and says what the relay answered, so that an administrator sees whether the settings are right.
/// Each try is audited with its outcome.
/// </summary>
public sealed class SendTestMail(PilotSessions sessions, MailSender sender)
{
    private const string Subject = "测试邮件 · Test mail";

    private const string Body =
        "这是全国商业秘密保护创新试点管理平台的测试邮件，由系统管理员发出，无需回复。\n\n"
        + "This is a test mail of the portal, sent by its system administrator. No answer is needed.\n";

    /// <param name="To">Null for the administrator's own address.</param>
    public sealed record Input(string? To = null);

    /// <param name="Relay">Host and port of the relay that took it.</param>
    /// <param name="MessageId">By which it is found in the relay's log.</param>
    public sealed record View(string To, string Relay, string MessageId, TimeSpan Took);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageOperations, ct);
        if (!sender.Options.HasRelay)
        {
            return MailRefusals.NoRelay();
        }

        var me = session.Actor.AccountId!.Value;
        var to = string.IsNullOrWhiteSpace(input.To)
            ? await session
                .Db.Accounts.Where(a => a.Id == me)
                .Select(a => a.Email)
                .SingleOrDefaultAsync(ct)
            : input.To.Trim();
        if (string.IsNullOrEmpty(to))
        {
            return MailRefusals.NoAddress();
        }

        if (
            to.Length > OutboxMessage.AddressMaxLength
            || !MailboxAddress.TryParse(to, out var address)
            || address.Address != to
            || !to.Contains('@', StringComparison.Ordinal)
        )
        {
            return MailRefusals.InvalidAddress();
        }

        var id = Guid.CreateVersion7(session.Now);
        var started = Stopwatch.GetTimestamp();
        string? error = null;
        await using (var connection = sender.Open())
        {
            try
            {
                await connection.SendAsync(new Mail(id, to, Subject, Body), ct);
            }
            catch (MailException e)
            {
                error = e.Message;
            }
        }

        var took = Stopwatch.GetElapsedTime(started);
        session.Record(
            new ActRecord(error is null ? Act.MailTestSent : Act.MailTestFailed, me)
            {
                Note = error is null ? to : $"{to} · {error}",
            }
        );
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } refusal ? refusal
            : error is not null ? MailRefusals.NotSent(error)
            : new View(
                to,
                $"{sender.Options.Host}:{sender.Options.Port}",
                $"<{id:N}@{MailboxAddress.Parse(sender.Options.From).Domain}>",
                took
            );
    }
}
