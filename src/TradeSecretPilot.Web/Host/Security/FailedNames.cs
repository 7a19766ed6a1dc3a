using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>
/// Failures under names that lock nothing of their own: of no account, of a disabled one, or of one that an administrator locked.
/// They are answered as those of any account are, so that nobody learns from the answers which names there are. Each node counts
/// for itself.
/// </summary>
public sealed class FailedNames : IDisposable
{
    private const int MostNames = 10_000;

    /// <summary>How long failures are remembered that have not locked yet.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly MemoryCache _failures = new(new MemoryCacheOptions { SizeLimit = MostNames });
    private readonly Lock _counting = new();

    public void Dispose() => _failures.Dispose();

    /// <param name="name">Normalised.</param>
    public bool IsLocked(string name) =>
        _failures.TryGetValue(name, out int failures)
        && failures >= IdentitySetup.FailuresBeforeLockout;

    /// <summary>Counts one more.</summary>
    /// <param name="name">Normalised.</param>
    /// <returns>What an account would answer.</returns>
    public SignInResult Fail(string name)
    {
        lock (_counting)
        {
            var failures = _failures.TryGetValue(name, out int before) ? before + 1 : 1;
            var isLocked = failures >= IdentitySetup.FailuresBeforeLockout;
            _failures.Set(
                name,
                failures,
                new MemoryCacheEntryOptions
                {
                    Size = 1,
                    AbsoluteExpirationRelativeToNow = isLocked
                        ? IdentitySetup.LockoutTime
                        : Remembered,
                }
            );
            return isLocked ? SignInResult.LockedOut : SignInResult.Failed;
        }
    }
}
