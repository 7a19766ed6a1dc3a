using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// The one door. Every read and write begins here: the account is re-read, its permission checked, and a fresh context
/// opened that shows this actor's rows only. A circuit outlives a request, so nothing is kept between acts.
/// </summary>
public sealed class PilotSessions
{
    private readonly DbContextOptions<PilotDbContext> _options;
    private readonly CurrentActor _current;
    private readonly TimeProvider _clock;

    internal PilotSessions(
        DbContextOptions<PilotDbContext> options,
        CurrentActor current,
        TimeProvider clock
    )
    {
        _options = options;
        _current = current;
        _clock = clock;
    }

    /// <summary>Opens a session for an act that asks for <paramref name="permission"/>.</summary>
    /// <exception cref="PermissionDeniedException">The actor does not hold it, or is no longer allowed in.</exception>
    internal async Task<PilotSession> BeginAsync(Permission permission, CancellationToken ct)
    {
        var now = _clock.Now();
        var actor = await ReadActorAsync(ct);
        if (!actor.May(permission))
        {
            throw new PermissionDeniedException($"{actor.Name} does not hold {permission}.");
        }

        return new PilotSession(new PilotDbContext(_options, Tenancy.Of(actor)), actor, now);
    }

    /// <summary>
    /// Opens a session that shows what anyone may see, whoever asks: a signed-in tenant's own remit would hide the other
    /// regions of a published list.
    /// </summary>
    /// <exception cref="PermissionDeniedException">The actor is no longer allowed in.</exception>
    internal async Task<PilotSession> BeginPublicAsync(CancellationToken ct)
    {
        var now = _clock.Now();
        var actor = await ReadActorAsync(ct);
        return new PilotSession(new PilotDbContext(_options, Tenancy.Of(Actor.Public)), actor, now);
    }

    private async Task<Actor> ReadActorAsync(CancellationToken ct)
    {
        if (!_current.IsSet)
        {
            throw new PermissionDeniedException(
                "Nobody acts: the scope was opened without an actor."
            );
        }

        if (_current.Job is { } job)
        {
            return Actor.System(job);
        }

        if (_current.AccountId is not { } id)
        {
            return Actor.Public;
        }

        await using var db = new PilotDbContext(_options, Tenancy.Everything);
        DateTimeOffset? lockedForGood = AccountLock.ForGood;
        var row =
            await (
                from a in db.Accounts
                where a.Id == id && a.DisabledAt == null
                // Locked by an administrator; a lock after failed sign-ins must not end the sessions of the rightful user.
                where a.LockoutEnd == null || a.LockoutEnd < lockedForGood
                join o in db.Organizations on a.OrganizationId equals o.Id into joined
                from o in joined.DefaultIfEmpty()
                select new Actor
                {
                    AccountId = a.Id,
                    Name = a.DisplayName,
                    Role = a.Role,
                    OrganizationId = a.OrganizationId,
                    OrganizationName = o == null ? null : o.Name,
                    OrganizationKind = o == null ? null : o.Kind,
                    ProvinceCode = o == null ? null : o.ProvinceCode,
                }
            ).SingleOrDefaultAsync(ct)
            ?? throw new PermissionDeniedException("The account is disabled or gone.");
        return row.OrganizationKind == row.Role!.Value.Organization()
            ? row
            : throw new PermissionDeniedException(
                "The account's role does not fit its organisation."
            );
    }
}
