namespace TradeSecretPilot.UseCases.Platform.Clock;

/// <summary>
/// Where the demonstration's clock stands, so that a restart resumes it. The row also marks the database as a
/// demonstration's: it is never shared with a real one.
/// </summary>
internal sealed class ClockSetting
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public long OffsetTicks { get; set; }

    /// <summary>The sample world was written to its end; false after an interruption.</summary>
    public bool IsReady { get; set; }
}
