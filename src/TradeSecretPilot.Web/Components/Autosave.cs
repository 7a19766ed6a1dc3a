namespace TradeSecretPilot.Web.Components;

/// <summary>Saves when typing pauses, soon enough that two seconds later it is kept, and tries again after a failure.</summary>
/// <param name="save">Called on a timer's thread, once a pause.</param>
public sealed class Autosave(TimeProvider clock, Action save) : IDisposable
{
    /// <summary>How long nothing must be typed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    /// <summary>How long after a failure it is tried again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private ITimer? _timer;

    /// <summary>Something was typed: waits for a pause anew.</summary>
    public void Touch() => Start(Pause);

    /// <summary>The last attempt failed.</summary>
    public void Retry() => Start(Again);

    /// <summary>Nothing waits to be saved any more.</summary>
    public void Stop() => _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer?.Dispose();

    private void Start(TimeSpan wait)
    {
        if (_timer is null)
        {
            _timer = clock.CreateTimer(_ => save(), null, wait, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
