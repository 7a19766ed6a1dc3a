using System.Globalization;
using Microsoft.Extensions.Caching.Memory;

namespace TradeSecretPilot.Web.Parts.Demo;

/// <summary>
/// The entrances that the demonstration's sign-in page shows, for a few seconds: each of them counts the tasks of an account, and
/// anybody may ask for the page as often as they like.
/// </summary>
public sealed class EntranceCache(IConfiguration configuration) : IDisposable
{
    /// <summary>Seconds; 0 reads them every time.</summary>
    public const string Key = "Demo:EntrancesSeconds";

    private const int UsualSeconds = 3;

    private readonly TimeSpan _kept = TimeSpan.FromSeconds(
        configuration.GetValue(Key, UsualSeconds)
    );
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly SemaphoreSlim _reading = new(1, 1);

    public void Dispose()
    {
        _cache.Dispose();
        _reading.Dispose();
    }

    /// <summary>What was read a moment ago in the reader's language, or what is read now, once for all who ask.</summary>
    public async Task<IReadOnlyList<DemoEntranceGroup>> GetAsync(
        Func<Task<IReadOnlyList<DemoEntranceGroup>>> read,
        CancellationToken ct
    )
    {
        var language = CultureInfo.CurrentUICulture.Name;
        await _reading.WaitAsync(ct);
        try
        {
            if (
                _cache.TryGetValue(language, out IReadOnlyList<DemoEntranceGroup>? kept)
                && kept is not null
            )
            {
                return kept;
            }

            var groups = await read();
            if (_kept > TimeSpan.Zero)
            {
                _cache.Set(language, groups, _kept);
            }

            return groups;
        }
        finally
        {
            _reading.Release();
        }
    }
}
