using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>
/// Takes the next bundle to be made, for a while: a node that dies over it gives it back when the lease ends. One that no node got
/// done is given up.
/// </summary>
public sealed class TakeBundle(PilotSessions sessions)
{
    /// <summary>A living node renews it every few seconds, so that another takes over soon after a death.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Leases are real time: a demonstration that jumps a year is still making its bundle.</summary>
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    public sealed record View(
        Guid BundleId,
        Guid AccountId,
        BundleKind Kind,
        IReadOnlyList<Guid> Items
    );

    /// <returns>Null when nothing waits.</returns>
    public async Task<View?> ExecuteAsync(CancellationToken ct)
    {
        while (true)
        {
            await using var session = await sessions.BeginAsync(Permission.Operate, ct);
            var now = Machine.GetUtcNow();
            var waiting = await session
                .Db.Bundles.Where(b =>
                    b.Status == BundleStatus.Waiting
                    || (b.Status == BundleStatus.Running && b.LeaseUntil < now)
                )
                // A person's next bundle waits for the one before it: nobody takes all the nodes.
                .Where(b =>
                    !session.Db.Bundles.Any(other =>
                        other.AccountId == b.AccountId
                        && other.Id != b.Id
                        && other.Status == BundleStatus.Running
                        && other.LeaseUntil >= now
                    )
                )
                .OrderBy(b => b.RequestedAt)
                .ThenBy(b => b.Id)
                .FirstOrDefaultAsync(ct);
            if (waiting is null)
            {
                return null;
            }

            if (waiting.Attempts < Bundle.MaxAttempts)
            {
                waiting.Take(now + Lease);
                session.Record(new ActRecord(Act.BundleBegun, waiting.Id));
                return (await session.SaveAsync(ct)).Refusal is null
                    ? new View(waiting.Id, waiting.AccountId, waiting.Kind, waiting.Items)
                    : null;
            }

            waiting.Fail(BundleFailure.Interrupted, session.Now);
            session.Record(new ActRecord(Act.BundleFailed, waiting.Id));
            session.Notify(
                Recipients.Account(waiting.AccountId),
                new BundleMessages.Failed(waiting.Title)
            );
            if ((await session.SaveAsync(ct)).Refusal is not null)
            {
                return null;
            }
        }
    }
}
