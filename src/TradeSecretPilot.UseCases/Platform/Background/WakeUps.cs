namespace TradeSecretPilot.UseCases.Platform.Background;

/// <summary>Work that waits in a table and is done by a recurring job in any case.</summary>
public enum BackgroundWork
{
    /// <summary>Mail in the outbox.</summary>
    SendOutbox = 1,

    /// <summary>Bundles in the queue.</summary>
    MakeBundles = 2,
}

/// <summary>
/// Tells the host that a committed act left background work, so that it need not wait for the recurring job. It carries no
/// data: a process that dies between commit and wake-up loses nothing but a minute.
/// </summary>
public sealed class WakeUps
{
    /// <summary>Set by a host that has jobs. It returns at once and does not throw.</summary>
    public Action<BackgroundWork>? Handler { get; set; }

    internal void Request(BackgroundWork work) => Handler?.Invoke(work);
}
