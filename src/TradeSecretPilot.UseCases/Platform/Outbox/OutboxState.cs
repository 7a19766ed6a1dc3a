namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>How far a mail has come.</summary>
public enum OutboxState
{
    /// <summary>To be sent, not tried yet.</summary>
    Waiting = 1,

    /// <summary>Tried in vain, to be tried again.</summary>
    Failing = 2,

    /// <summary>Tried in vain too often.</summary>
    GivenUp = 3,

    Sent = 4,
}
