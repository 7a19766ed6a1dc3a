using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>Ends one of the own account's sessions, or all but the one that asks: their pages stop at once.</summary>
public sealed class EndSession(PilotSessions sessions)
{
    /// <param name="SessionId">Null for all the others.</param>
    public sealed record Input(Guid? SessionId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var here = session.Actor.SessionId;
        var ending = await session
            .Db.AccountSessions.Where(SessionStore.Lasting(session.Db))
            .Where(s => input.SessionId == null ? s.Id != here : s.Id == input.SessionId)
            .ToListAsync(ct);
        if (ending.Count == 0)
        {
            return input.SessionId is null ? Result.Done : AccountRefusals.SessionNotFound();
        }

        var now = TimeProvider.System.GetUtcNow();
        foreach (var one in ending)
        {
            one.EndBy(SessionEnd.EndedByOwner, now);
        }

        session.Record(
            new ActRecord(Act.SignInEnded, session.Actor.AccountId!.Value)
            {
                Note =
                    $"本人结束{ending.Count}处登录，地址：{string.Join('、', ending.Select(s => s.Address).Distinct())}",
            }
        );
        return await session.SaveAsync(ct);
    }
}
