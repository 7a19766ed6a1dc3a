using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>The link to the new address once more, for another 24 hours; that of the mail before opens nothing any more.</summary>
public sealed class SendMailChangeAgain(PilotSessions sessions, MailSender sender)
{
    /// <param name="LinkId">Of the mail before.</param>
    public sealed record Input(Guid LinkId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var account = await session.ReadOwnAccountAsync(ct);
        var change = await session.FindMailChangeAsync(account.Id, ct);
        if (change?.LinkId != input.LinkId)
        {
            return AccountRefusals.MailChangeNotFound();
        }

        if (!sender.CanSendLinks)
        {
            return AccountRefusals.MailUnavailable();
        }

        if (session.Now < change.AskedAt + MailChange.BetweenMails)
        {
            return AccountRefusals.MailTooSoon();
        }

        change.Replace(change.Address, session.Now);
        session.SendLink(account, change, sender);
        session.Record(account.Act(Act.AccountMailChangeAsked, "再次发送"));
        return await session.SaveAsync(ct);
    }
}
