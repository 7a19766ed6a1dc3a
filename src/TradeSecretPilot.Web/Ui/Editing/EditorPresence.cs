using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>Somebody who has an editor open.</summary>
/// <param name="Window">Names the page, for one person may have several.</param>
/// <param name="Section">The section that the keyboard was in last; null before it was in any.</param>
/// <param name="At">When it was said last, UTC of the machine's clock.</param>
/// <param name="Saves">How often the page has saved so far.</param>
public sealed record PresentEditor(
    Guid Window,
    Guid AccountId,
    string Name,
    string? Section,
    DateTimeOffset At,
    int Saves = 0
);

/// <summary>
/// Who is at work on a record, over all nodes. It only informs: what two people write is merged whether they see each other or
/// not, so an entry lost between two nodes that write at the same instant is made good by the next beat.
/// </summary>
/// <param name="clock">The machine's.</param>
/// <param name="nameOf">What an account is called.</param>
public sealed class EditorPresence(
    IDistributedCache cache,
    TimeProvider clock,
    Func<ClaimsPrincipal, string> nameOf
)
{
    /// <summary>How often a page says that it is there.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>After which somebody who says nothing is gone: a closed line says no farewell.</summary>
    public static readonly TimeSpan Forgotten = 3 * Beat;

    /// <summary>Somebody who opens a page, and is in no section yet.</summary>
    public PresentEditor Enter(ClaimsPrincipal user) =>
        new(
            Guid.NewGuid(),
            Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
            nameOf(user),
            null,
            clock.GetUtcNow()
        );

    /// <summary>Says that somebody is there.</summary>
    /// <param name="record">The page and the record, so that only who may open the one is seen by the other.</param>
    /// <returns>The other windows there.</returns>
    public async Task<IReadOnlyList<PresentEditor>> TellAsync(
        string record,
        PresentEditor me,
        CancellationToken ct
    )
    {
        var others = await LookAsync(record, me.Window, ct);
        await WriteAsync(record, [.. others, me with { At = clock.GetUtcNow() }], ct);
        return others;
    }

    /// <summary>The other windows there, without saying that one is.</summary>
    /// <param name="window">One's own.</param>
    public async Task<IReadOnlyList<PresentEditor>> LookAsync(
        string record,
        Guid window,
        CancellationToken ct
    )
    {
        var stored = await cache.GetAsync(KeyOf(record), ct);
        var present = stored is null
            ? []
            : JsonSerializer.Deserialize<List<PresentEditor>>(stored) ?? [];
        var since = clock.GetUtcNow() - Forgotten;
        return [.. present.Where(p => p.Window != window && p.At > since)];
    }

    /// <summary>The other people of these windows, in an order of their own.</summary>
    public static IReadOnlyList<PresentEditor> People(
        IEnumerable<PresentEditor> windows,
        PresentEditor me
    ) =>
        [
            .. windows
                .Where(p => p.AccountId != me.AccountId)
                .OrderByDescending(p => p.At)
                .DistinctBy(p => p.AccountId)
                .OrderBy(p => p.AccountId),
        ];

    /// <summary>The page is left.</summary>
    public async Task LeaveAsync(string record, Guid window, CancellationToken ct)
    {
        var others = await LookAsync(record, window, ct);
        await WriteAsync(record, others, ct);
    }

    private Task WriteAsync(
        string record,
        IReadOnlyList<PresentEditor> present,
        CancellationToken ct
    ) =>
        present.Count == 0
            ? cache.RemoveAsync(KeyOf(record), ct)
            : cache.SetAsync(
                KeyOf(record),
                JsonSerializer.SerializeToUtf8Bytes(present),
                new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = Forgotten },
                ct
            );

    private static string KeyOf(string record) => $"presence:{record}";
}
