using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>An inbox being filled.</summary>
internal sealed class InboxBuilder(PilotSession session, Batch? batch, ProvincialCall? call)
{
    /// <summary>Longest list of one kind: a tired official works from the top, and the list page has the rest.</summary>
    public const int MostOfAKind = 50;

    public PilotSession Session { get; } = session;

    public Batch? Batch { get; } = batch;

    public ProvincialCall? Call { get; } = call;

    public List<TaskItem> Tasks { get; } = [];

    public List<WaitItem> Waits { get; } = [];
}
