namespace TradeSecretPilot.Demo.World;

/// <summary>
/// The demonstration's virtual time: the machine's clock plus an offset that only grows. The offset stands in the database, one for
/// all nodes, and each takes it over (<see cref="FollowDemoClock"/>). Timers run in real time.
/// </summary>
public sealed class DemoClock(TimeProvider machine) : TimeProvider
{
    private long _offsetTicks;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Offset;

    /// <summary>Takes up the time that an earlier run had reached.</summary>
    public void Resume(TimeSpan offset) => Interlocked.Exchange(ref _offsetTicks, offset.Ticks);

    /// <summary>The offset at which it would be <paramref name="instant"/> now.</summary>
    public TimeSpan OffsetFor(DateTimeOffset instant) => instant - machine.GetUtcNow();
}
