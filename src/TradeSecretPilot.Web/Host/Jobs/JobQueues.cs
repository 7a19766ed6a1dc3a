namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>Queues, each with a worker of its own on every node, so that a long bundle or a slow mail relay delays no deadline.</summary>
public static class JobQueues
{
    public const string Deadlines = "deadlines";

    /// <summary>Mail, the nightly checks.</summary>
    public const string General = "default";

    public const string Bundles = "bundles";
}
