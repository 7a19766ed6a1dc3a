using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Telemetry;

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
    private readonly string _useCase;
    private readonly WakeUps _wakeUps;
    private readonly AuditKeys _keys;

    /// <param name="options">The database.</param>
    /// <param name="current">Who acts.</param>
    /// <param name="clock">The portal's clock.</param>
    /// <param name="keys">Marks the audit entries of acts.</param>
    /// <param name="wakeUps">Wakes the jobs that an act leaves work to.</param>
    /// <param name="useCase">Whose door it is: the name of each span and of what the log says of slow statements.</param>
    internal PilotSessions(
        DbContextOptions<PilotDbContext> options,
        CurrentActor current,
        TimeProvider clock,
        AuditKeys keys,
        WakeUps wakeUps,
        string useCase
    )
    {
        _options = options;
        _current = current;
        _clock = clock;
        _keys = keys;
        _useCase = useCase;
        _wakeUps = wakeUps;
    }

    /// <summary>Opens a session for an act that asks for <paramref name="permission"/>.</summary>
    /// <exception cref="PermissionDeniedException">The actor does not hold it, or is no longer allowed in.</exception>
    internal Task<PilotSession> BeginAsync(Permission permission, CancellationToken ct) =>
        // Begun here and not in the asynchronous part: there the span would be current for that part alone.
        OpenAsync(PilotTelemetry.StartUseCase(_useCase), permission, ct);

    /// <summary>
    /// Opens a session that shows what anyone may see, for every actor: a signed-in tenant's own remit would hide the other
    /// regions of a published list.
    /// </summary>
    /// <exception cref="PermissionDeniedException">The actor is no longer allowed in.</exception>
    internal Task<PilotSession> BeginPublicAsync(CancellationToken ct) =>
        OpenAsync(PilotTelemetry.StartUseCase(_useCase), permission: null, ct);

    /// <param name="run">Measures the act; ended with the session.</param>
    /// <param name="permission">Null for what anyone may see.</param>
    /// <param name="ct">Whoever waits has left.</param>
    private async Task<PilotSession> OpenAsync(
        TimedRun run,
        Permission? permission,
        CancellationToken ct
    )
    {
        try
        {
            var now = _clock.Now();
            var actor = await ReadActorAsync(ct);
            run.Tag("portal.role", actor.Role?.ToString() ?? (actor.IsSystem ? "Job" : "Public"));
            if (permission is { } asked && !actor.May(asked))
            {
                throw new PermissionDeniedException(
                    $"{actor.Role?.ToString() ?? actor.Name} does not hold {asked} ({_useCase})."
                );
            }

            var seen = Tenancy.Of(permission is null ? Actor.Public : actor);
            return new PilotSession(
                new PilotDbContext(_options, seen) { UseCase = _useCase },
                actor,
                now,
                _keys,
                _wakeUps,
                run,
                _current.NoteActed
            );
        }
        catch (Exception e)
        {
            run.Fail(e);
            run.Outcome = e is PermissionDeniedException ? "denied" : run.Outcome;
            run.Dispose();
            throw;
        }
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

        await using var db = new PilotDbContext(_options, Tenancy.Everything)
        {
            UseCase = _useCase,
        };
        var sessionId = _current.SessionId;
        var lasting = db.AccountSessions.Where(SessionStore.Lasting(db));
        DateTimeOffset? lockedForGood = AccountLock.ForGood;
        var row =
            await (
                from a in db.Accounts
                where a.Id == id && a.DisabledAt == null
                // Locked by an administrator; a lock after failed sign-ins must not end the sessions of the rightful user.
                where a.LockoutEnd == null || a.LockoutEnd < lockedForGood
                where
                    sessionId == null || lasting.Any(s => s.Id == sessionId && s.AccountId == a.Id)
                join o in db.Organizations on a.OrganizationId equals o.Id into joined
                from o in joined.DefaultIfEmpty()
                select new Actor
                {
                    AccountId = a.Id,
                    SessionId = sessionId,
                    Name = a.DisplayName,
                    Role = a.Role,
                    OrganizationId = a.OrganizationId,
                    OrganizationName = o == null ? null : o.Name,
                    OrganizationKind = o == null ? null : o.Kind,
                    ProvinceCode = o == null ? null : o.ProvinceCode,
                }
            ).SingleOrDefaultAsync(ct)
            ?? throw new PermissionDeniedException(
                "The account is disabled or gone, or its session has ended."
            );
        return row.OrganizationKind == row.Role!.Value.Organization()
            ? row
            : throw new PermissionDeniedException(
                "The account's role does not fit its organisation."
            );
    }
}
