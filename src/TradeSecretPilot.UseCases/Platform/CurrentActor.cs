namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// The actor of the present scope: set once by the code that opens it (request, circuit, job, rehearsal). It names the
/// account only; what the account may do is re-read for every act.
/// </summary>
public sealed class CurrentActor
{
    /// <summary>The signed-in account; null for the public.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The session in which the account acts; null where no browser does, as in a bundle made for it.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The job's name; null when a person acts.</summary>
    public string? Job { get; private set; }

    /// <summary>Somebody or something is known to act. Without it no row is visible.</summary>
    public bool IsSet { get; private set; }

    /// <summary>An act in this scope was committed that others may see or are told of.</summary>
    public event EventHandler? Acted;

    /// <param name="sessionId">Must last with every act; null where no browser acts.</param>
    public void ActAsAccount(Guid accountId, Guid? sessionId = null) =>
        (AccountId, SessionId, Job, IsSet) = (accountId, sessionId, null, true);

    public void ActAsPublic() => (AccountId, SessionId, Job, IsSet) = (null, null, null, true);

    /// <summary>Jobs enter as a named system actor.</summary>
    public void ActAsJob(string name) =>
        (AccountId, SessionId, Job, IsSet) = (null, null, name, true);

    internal void NoteActed() => Acted?.Invoke(this, EventArgs.Empty);
}
