using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>Begins and ends sessions, and knows which of them last. It is asked with every request, before anybody acts.</summary>
public sealed class SessionStore
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>How long ended sessions are kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly DbContextOptions<PilotDbContext> _options;
    private readonly SecondFactorPolicy _secondFactors;

    internal SessionStore(
        DbContextOptions<PilotDbContext> options,
        SecondFactorPolicy secondFactors
    ) => (_options, _secondFactors) = (options, secondFactors);

    /// <param name="stamp">The account's present security stamp.</param>
    /// <returns>The session's id.</returns>
    public async Task<Guid> BeginAsync(
        Guid accountId,
        string stamp,
        string? device,
        string? address,
        CancellationToken ct
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = Open();
        // Also tidies up: nobody else asks for what is long over.
        var longOver = now - Kept;
        await db
            .AccountSessions.Where(s => s.AccountId == accountId && s.SeenAt < longOver)
            .ExecuteDeleteAsync(ct);
        var session = AccountSession.Begin(accountId, stamp, device, address, now);
        db.AccountSessions.Add(session);
        await db.SaveChangesAsync(ct);
        return session.Id;
    }

    public async Task EndAsync(Guid sessionId, SessionEnd end, CancellationToken ct)
    {
        DateTimeOffset? now = TimeProvider.System.GetUtcNow();
        SessionEnd? why = end;
        await using var db = Open();
        await db
            .AccountSessions.Where(s => s.Id == sessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(
                s => s.SetProperty(x => x.EndedAt, now).SetProperty(x => x.End, why),
                ct
            );
    }

    /// <summary>Whether a session lasts; one that does was seen now.</summary>
    public async Task<bool> LastsAsync(Guid accountId, Guid sessionId, CancellationToken ct) =>
        await FindAsync(accountId, sessionId, ct) is not null;

    /// <summary>A session that lasts, which was seen now; null when it has ended.</summary>
    public async Task<LastingSession?> FindAsync(
        Guid accountId,
        Guid sessionId,
        CancellationToken ct
    )
    {
        await using var db = Open();
        var found = await (
            from s in db.AccountSessions.Where(Lasting(db))
            where s.Id == sessionId && s.AccountId == accountId
            join a in db.Accounts on s.AccountId equals a.Id
            select new
            {
                s.SeenAt,
                a.Role,
                a.MustChangePassword,
                a.MustSetSecondFactor,
                a.TwoFactorEnabled,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var now = TimeProvider.System.GetUtcNow();
        if (now - found.SeenAt > SeenEvery)
        {
            await db
                .AccountSessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), ct);
        }

        return new LastingSession(
            _secondFactors.GateOf(
                found.Role,
                found.MustChangePassword,
                found.MustSetSecondFactor,
                found.TwoFactorEnabled
            )
        );
    }

    /// <summary>Why sessions that last no more have ended; those that nobody knows are not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, SessionEnd>> ReasonsAsync(
        IReadOnlyCollection<Guid> ended,
        CancellationToken ct
    )
    {
        await using var db = Open();
        return await db
            .AccountSessions.Where(s => EF.Parameter(ended).Contains(s.Id))
            // Without a line of its own it has ended by the stamp alone, as those did before such lines were written.
            .ToDictionaryAsync(s => s.Id, s => s.End ?? SessionEnd.AccountChanged, ct);
    }

    /// <summary>Those of the sessions that last.</summary>
    public async Task<IReadOnlySet<Guid>> LastingAsync(
        IReadOnlyCollection<Guid> sessions,
        CancellationToken ct
    )
    {
        await using var db = Open();
        return await db
            .AccountSessions.Where(s => EF.Parameter(sessions).Contains(s.Id))
            .Where(Lasting(db))
            .Select(s => s.Id)
            .ToHashSetAsync(ct);
    }

    /// <summary>A session lasts while nobody ended it and its account is the one it was begun for, allowed in.</summary>
    internal static Expression<Func<AccountSession, bool>> Lasting(PilotDbContext db) =>
        s =>
            s.EndedAt == null
            && db.Accounts.Any(a =>
                a.Id == s.AccountId && a.SecurityStamp == s.Stamp && a.DisabledAt == null
            );

    private PilotDbContext Open() => new(_options, Tenancy.Everything);
}

/// <param name="Gate">What the account has to do before anything else opens; null when nothing.</param>
public sealed record LastingSession(AccountGate? Gate);

/// <summary>
/// Ends the sessions of an account in the same save that gives it another security stamp, so that no way of changing an account
/// leaves one behind, and each says why it ended.
/// </summary>
internal static class EndedSessions
{
    public static async Task EndAsync(PilotDbContext db, CancellationToken ct)
    {
        var restamped = db
            .ChangeTracker.Entries<Account>()
            .Where(e => e.State == EntityState.Modified)
            .Where(e =>
            {
                var stamp = e.Property(a => a.SecurityStamp);
                return stamp.OriginalValue != stamp.CurrentValue;
            })
            .Select(e => e.Entity)
            .ToList();
        if (restamped.Count == 0)
        {
            return;
        }

        var ids = restamped.ConvertAll(a => a.Id);
        var sessions = await db
            .AccountSessions.IgnoreQueryFilters()
            .Where(s => EF.Parameter(ids).Contains(s.AccountId) && s.EndedAt == null)
            .ToListAsync(ct);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var session in sessions.Where(s => s.EndedAt is null))
        {
            var account = restamped.Single(a => a.Id == session.AccountId);
            session.EndBy(account.Ending ?? SessionEnd.AccountChanged, now);
        }
    }
}
