using System.Threading.RateLimiting;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>
/// Requests of one account that send files, counted in a minute. Addresses are not counted here: colleagues often share
/// one.
/// </summary>
public sealed class UploadRateLimit(HostingSettings settings) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<
        Guid,
        Guid
    >(account =>
        RateLimitPartition.GetFixedWindowLimiter(
            account,
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = settings.UploadRequestsPerAccount,
                Window = Window,
            }
        )
    );

    /// <summary>Whether the account may ask once more now.</summary>
    public bool Admits(Guid account)
    {
        using var lease = _limiter.AttemptAcquire(account);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
