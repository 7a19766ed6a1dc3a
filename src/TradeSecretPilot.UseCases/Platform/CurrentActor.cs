namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// Who stands behind the present scope: set once by whoever opens it (request, circuit, job, rehearsal). It names the
/// account only; what the account may do is re-read for every act.
/// </summary>
public sealed class CurrentActor
{
    /// <summary>The signed-in account; null for the public.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The job's name; null when a person acts.</summary>
    public string? Job { get; private set; }

    /// <summary>Somebody or something is known to act. Without it no row is visible.</summary>
    public bool IsSet { get; private set; }

    public void BecomeAccount(Guid accountId) => (AccountId, Job, IsSet) = (accountId, null, true);

    public void BecomePublic() => (AccountId, Job, IsSet) = (null, null, true);

    /// <summary>Jobs enter as a named system actor.</summary>
    public void BecomeJob(string name) => (AccountId, Job, IsSet) = (null, name, true);
}
