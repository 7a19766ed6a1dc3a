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
    private readonly UseCaseRules _rules;
    private readonly WakeUps _wakeUps;
    private readonly SecondFactorPolicy _secondFactors;
    private readonly NodeClock _node;
    private readonly AuditKeys _keys;

    /// <param name="options">The database.</param>
    /// <param name="current">Who acts.</param>
    /// <param name="clock">The portal's clock.</param>
    /// <param name="node">How far this node's clock can be relied on.</param>
    /// <param name="keys">Marks the audit entries of acts.</param>
    /// <param name="wakeUps">Wakes the jobs that an act leaves work to.</param>
    /// <param name="secondFactors">Which roles open nothing without a second factor.</param>
    /// <param name="rules">Whose door it is, and what that use case declares of itself.</param>
    internal PilotSessions(
        DbContextOptions<PilotDbContext> options,
        CurrentActor current,
        TimeProvider clock,
        NodeClock node,
        AuditKeys keys,
        WakeUps wakeUps,
        SecondFactorPolicy secondFactors,
        UseCaseRules rules
    )
    {
        _options = options;
        _current = current;
        _clock = clock;
        _rules = rules;
        _keys = keys;
        _wakeUps = wakeUps;
        _secondFactors = secondFactors;
        _node = node;
    }

    /// <summary>Opens a session for an act that asks for <paramref name="permission"/>.</summary>
    /// <exception cref="PermissionDeniedException">The actor does not hold it, or is no longer allowed in.</exception>
    internal Task<PilotSession> BeginAsync(Permission permission, CancellationToken ct) =>
        // Begun here and not in the asynchronous part: there the span would be current for that part alone.
        OpenAsync(PilotTelemetry.StartUseCase(_rules.Name), permission, ct);

    /// <summary>
    /// Opens a session that shows what anyone may see, for every actor: a signed-in tenant's own remit would hide the other
    /// regions of a published list.
    /// </summary>
    /// <exception cref="PermissionDeniedException">The actor is no longer allowed in.</exception>
    internal Task<PilotSession> BeginPublicAsync(CancellationToken ct) =>
        OpenAsync(PilotTelemetry.StartUseCase(_rules.Name), permission: null, ct);

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
                    $"{actor.Role?.ToString() ?? actor.Name} does not hold {asked} ({_rules.Name})."
                );
            }

            return new PilotSession(
                await OpenDatabaseAsync(Tenancy.Of(permission is null ? Actor.Public : actor), ct),
                actor,
                now,
                _node,
                _keys,
                _wakeUps,
                run,
                new ReadTrail(_options, _rules, _keys),
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

    private async Task<PilotDbContext> OpenDatabaseAsync(Tenancy seen, CancellationToken ct)
    {
        if (!_rules.IsOneSnapshot)
        {
            return new PilotDbContext(_options, seen) { UseCase = _rules.Name };
        }

        var db = new PilotDbContext(ReadSnapshot.Of(_options), seen) { UseCase = _rules.Name };
        try
        {
            await ReadSnapshot.BeginAsync(db, ct);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
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
            UseCase = _rules.Name,
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
                select new
                {
                    Actor = new Actor
                    {
                        AccountId = a.Id,
                        SessionId = sessionId,
                        Name = a.DisplayName,
                        Role = a.Role,
                        OrganizationId = a.OrganizationId,
                        OrganizationName = o == null ? null : o.Name,
                        OrganizationKind = o == null ? null : o.Kind,
                        ProvinceCode = o == null ? null : o.ProvinceCode,
                    },
                    a.MustChangePassword,
                    a.MustSetSecondFactor,
                    a.TwoFactorEnabled,
                }
            ).SingleOrDefaultAsync(ct)
            ?? throw new PermissionDeniedException(
                "The account is disabled or gone, or its session has ended."
            );
        var role = row.Actor.Role!.Value;
        // Only where somebody signed in: what the portal does in an account's name was asked for before.
        if (
            sessionId is not null
            && _secondFactors.GateOf(
                role,
                row.MustChangePassword,
                row.MustSetSecondFactor,
                row.TwoFactorEnabled
            )
                is { } gate
        )
        {
            throw new PermissionDeniedException($"The account has to pass {gate} first.");
        }

        return row.Actor.OrganizationKind == role.Organization()
            ? row.Actor
            : throw new PermissionDeniedException(
                "The account's role does not fit its organisation."
            );
    }
}
