using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Something that is due and not yet done.</summary>
/// <param name="DueAt">UTC.</param>
internal sealed record DueItem(
    DueActionKind Kind,
    Guid SubjectId,
    DateTimeOffset DueAt,
    DueActionOutcome Outcome = DueActionOutcome.Done
)
{
    public string Key => DueAction.KeyOf(Kind, SubjectId, DueAt);
}

/// <summary>A kind of matter that falls due: how it is found, and what is then done.</summary>
internal interface IDueMatter
{
    /// <summary>Of all its items.</summary>
    DueActionKind Kind { get; }

    /// <summary>What is due at the session's instant and not done, by the state of the records alone.</summary>
    Task<IReadOnlyList<DueItem>> FindAsync(PilotSession session, CancellationToken ct);

    /// <summary>Does it, in the session's transaction. Returns those that really were to be done.</summary>
    Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    );
}
