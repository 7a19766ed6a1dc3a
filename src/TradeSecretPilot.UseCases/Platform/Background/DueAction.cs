namespace TradeSecretPilot.UseCases.Platform.Background;

/// <summary>Kinds of what falls due.</summary>
public enum DueActionKind
{
    LapseDraft = 1,
    CloseForwarding = 2,
    AlarmPublication = 3,
    LaunchPilots = 4,
    CallReport = 5,
    MarkMissing = 6,
    ConcludePilots = 7,
    RemindSubmission = 8,
    RemindForwarding = 9,
    RemindReport = 10,
    RemindScoring = 11,
}

public enum DueActionOutcome
{
    Done = 1,

    /// <summary>A reminder that a later one, or the deadline itself, had overtaken when the sweep came: recorded, not sent.</summary>
    Superseded = 2,
}

/// <summary>
/// Something that fell due and was done, once: the key is unique, so a sweep may run twice, on two nodes or hours late.
/// </summary>
public sealed class DueAction
{
    public const int KeyMaxLength = 120;

    private DueAction() { }

    public string Key { get; private set; } = null!;

    public DueActionKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset DoneAt { get; private set; }

    public DueActionOutcome Outcome { get; private set; }

    internal static DueAction Done(
        DueActionKind kind,
        Guid subjectId,
        DateTimeOffset dueAt,
        DateTimeOffset now,
        DueActionOutcome outcome = DueActionOutcome.Done
    ) =>
        new()
        {
            Key = KeyOf(kind, subjectId, dueAt),
            Kind = kind,
            SubjectId = subjectId,
            DueAt = dueAt,
            DoneAt = now,
            Outcome = outcome,
        };

    /// <summary>An extended deadline is another due instant, hence another key.</summary>
    public static string KeyOf(DueActionKind kind, Guid subjectId, DateTimeOffset dueAt) =>
        $"{kind}/{subjectId:N}/{dueAt.UtcDateTime:yyyyMMddTHHmmss}";
}
