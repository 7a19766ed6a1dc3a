using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>Gives up the change of the own mail address: the present one stays, and the link that was sent opens nothing.</summary>
public sealed class DropMailChange(PilotSessions sessions)
{
    /// <param name="LinkId">Of the mail that was sent last.</param>
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

        session.Db.MailChanges.Remove(change);
        session.Record(account.Act(Act.AccountMailChangeDropped));
        return await session.SaveAsync(ct);
    }
}
