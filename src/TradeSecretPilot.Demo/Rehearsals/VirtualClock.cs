namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>A clock that stands still until the rehearsal moves it, and never goes back.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset instant)
    {
        if (instant < _now)
        {
            throw new InvalidOperationException(
                $"The rehearsal's clock stands at {_now:O} and cannot go back to {instant:O}."
            );
        }

        _now = instant;
    }
}
