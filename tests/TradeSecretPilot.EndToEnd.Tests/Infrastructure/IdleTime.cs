namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>How long nobody has been at the windows of a browser, as js/idle.js keeps it.</summary>
internal static class IdleTime
{
    public static async Task<TimeSpan> IdleAsync(this PortalPage window) =>
        TimeSpan.FromMilliseconds(
            await window.Page.EvaluateAsync<double>(
                "Date.now() - Number(localStorage.getItem('tsp.last-activity'))"
            )
        );

    /// <summary>Sets the last activity back, and lets the page look at it as when another tab has noted something.</summary>
    public static async Task SetIdleAsync(this PortalPage window, TimeSpan idle)
    {
        // The page notes its own opening first, once it has begun to watch.
        await window.Page.WaitForFunctionAsync("() => localStorage.getItem('tsp.last-activity')");
        await window.Page.EvaluateAsync(
            """
            idle => {
                localStorage.setItem('tsp.last-activity', String(Date.now() - idle));
                window.dispatchEvent(new StorageEvent('storage', { key: 'tsp.last-activity' }));
            }
            """,
            idle.TotalMilliseconds
        );
    }
}
