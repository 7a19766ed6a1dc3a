using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>不同意, or 撤回 by whoever asked: nothing is done to the account.</summary>
public sealed class RefuseConsent(PilotSessions sessions)
{
    public sealed record Input(Guid RequestId, string Reason, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ConsentToAccounts, ct);
        var request = await session.Db.ConsentRequests.SingleOrDefaultAsync(
            r => r.Id == input.RequestId,
            ct
        );
        if (request is null)
        {
            return ConsentRefusals.NotFound();
        }

        session.Expect(request, input.Seen);
        var refused = request.Refuse(
            session.Actor.AccountId!.Value,
            session.Actor.Name,
            input.Reason,
            session.Now
        );
        if (refused.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        if (request.Status == ConsentStatus.Withdrawn)
        {
            session.Record(request.ToRecord(Act.ConsentWithdrawn, input.Reason));
        }
        else
        {
            session.Record(request.ToRecord(Act.ConsentRefused, input.Reason));
            session.Notify(
                Recipients.Account(request.AskedById),
                new AccountMessages.ConsentRefused(
                    request.Act,
                    request.UserName,
                    session.Actor.Name,
                    request.Answer!
                )
            );
        }

        return await session.SaveAsync(ct);
    }
}
