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

    internal SessionStore(DbContextOptions<PilotDbContext> options) => _options = options;

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
    public async Task<bool> LastsAsync(Guid accountId, Guid sessionId, CancellationToken ct)
    {
        await using var db = Open();
        var seen = await db
            .AccountSessions.Where(s => s.Id == sessionId && s.AccountId == accountId)
            .Where(Lasting(db))
            .Select(s => (DateTimeOffset?)s.SeenAt)
            .SingleOrDefaultAsync(ct);
        var now = TimeProvider.System.GetUtcNow();
        if (seen is { } at && now - at > SeenEvery)
        {
            await db
                .AccountSessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), ct);
        }

        return seen is not null;
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
