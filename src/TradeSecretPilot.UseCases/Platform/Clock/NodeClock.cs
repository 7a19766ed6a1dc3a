namespace TradeSecretPilot.UseCases.Platform.Clock;

/// <summary>How well a node's clock agrees with the database server's, which is the same for all nodes.</summary>
public enum ClockAgreement
{
    Together,

    /// <summary>Noticeable: said on the page of the system administrator, and in the audit trail.</summary>
    Apart,

    /// <summary>What a deadline decides is not judged by such a clock.</summary>
    TooFar,
}

/// <summary>How far this node's clock is from the database server's, as last measured.</summary>
public sealed class NodeClock
{
    public static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Greatest = TimeSpan.FromSeconds(5);

    private long _ahead;

    /// <summary>Positive when this node's clock is ahead. Zero until it was measured.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public ClockAgreement Agreement => Of(Ahead);

    /// <summary>Takes up a measurement.</summary>
    /// <returns>What was known before.</returns>
    public ClockAgreement Note(TimeSpan ahead) =>
        Of(TimeSpan.FromTicks(Interlocked.Exchange(ref _ahead, ahead.Ticks)));

    private static ClockAgreement Of(TimeSpan ahead) =>
        ahead.Duration() > Greatest ? ClockAgreement.TooFar
        : ahead.Duration() > Noticeable ? ClockAgreement.Apart
        : ClockAgreement.Together;
}
