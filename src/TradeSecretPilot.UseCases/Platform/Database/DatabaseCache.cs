using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>One value that nodes of the portal share until it expires. The key is the fingerprint of the caller's.</summary>
internal sealed class CacheEntry
{
    public required string Key { get; init; }

    public required byte[] Value { get; set; }

    /// <summary>UTC, of the machine's clock.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>
/// A cache in the portal's own database, for what its nodes share for minutes. It lives by the machine's clock: the
/// demonstration's ends no session. Sliding expiration counts from the writing.
/// </summary>
public sealed class DatabaseCache : IDistributedCache
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    private readonly DbContextOptions<PilotDbContext> _options;

    internal DatabaseCache(DbContextOptions<PilotDbContext> options) => _options = options;

    public byte[]? Get(string key) => throw Synchronous();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        var name = ContentHash.Of(key);
        var now = TimeProvider.System.GetUtcNow();
        await using var db = Open();
        return await db
            .CacheEntries.Where(e => e.Key == name && e.ExpiresAt > now)
            .Select(e => e.Value)
            .SingleOrDefaultAsync(token);
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) =>
        throw Synchronous();

    public async Task SetAsync(
        string key,
        byte[] value,
        DistributedCacheEntryOptions options,
        CancellationToken token = default
    )
    {
        var name = ContentHash.Of(key);
        var now = TimeProvider.System.GetUtcNow();
        var expires =
            options.AbsoluteExpiration
            ?? now
                + (options.AbsoluteExpirationRelativeToNow ?? options.SlidingExpiration ?? Usual);
        await using var db = Open();
        // Also tidies up: nobody else asks for what has expired.
        await db
            .CacheEntries.Where(e => e.Key == name || e.ExpiresAt <= now)
            .ExecuteDeleteAsync(token);
        db.CacheEntries.Add(
            new CacheEntry
            {
                Key = name,
                Value = value,
                ExpiresAt = expires.ToUniversalTime(),
            }
        );
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            // Another node wrote the same key at the same moment; either value will do.
        }
    }

    public void Refresh(string key) { }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => throw Synchronous();

    public async Task RemoveAsync(string key, CancellationToken token = default)
    {
        var name = ContentHash.Of(key);
        await using var db = Open();
        await db.CacheEntries.Where(e => e.Key == name).ExecuteDeleteAsync(token);
    }

    private PilotDbContext Open() => new(_options, Tenancy.Everything);

    private static NotSupportedException Synchronous() =>
        new("This cache is asked asynchronously only.");
}
