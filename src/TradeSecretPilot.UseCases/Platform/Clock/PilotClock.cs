namespace TradeSecretPilot.UseCases.Platform.Clock;

public static class PilotClock
{
    /// <summary>
    /// Now in UTC, cut to the millisecond, which every database keeps exactly. Cutting never makes an act late that was in
    /// time, nor the reverse: deadlines lie on whole seconds.
    /// </summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMillisecond)).ToUniversalTime();
    }
}
