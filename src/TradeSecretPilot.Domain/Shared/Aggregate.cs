namespace TradeSecretPilot.Domain.Shared;

/// <summary>A record that is loaded, changed and saved as a whole.</summary>
public abstract class Aggregate
{
    /// <summary>Identity, time-ordered, chosen when the record is created.</summary>
    public Guid Id { get; protected init; }

    /// <summary>Row version: grows by one with every saved change, so that a stale edit is noticed.</summary>
    public int Version { get; private set; }
}
