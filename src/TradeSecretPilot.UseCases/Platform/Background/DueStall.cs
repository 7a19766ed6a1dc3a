namespace TradeSecretPilot.UseCases.Platform.Background;

/// <summary>
/// Something that was due and refused when the sweep came to do it. The row goes when the thing is done or no longer due; one that
/// stays is an alarm.
/// </summary>
public sealed class DueStall
{
    /// <summary>As often as this it is no coincidence: somebody is told.</summary>
    public const int AlarmAfter = 3;

    public const int ReasonMaxLength = 120;

    /// <summary>The reason of what the domain left undone, although it was due when it was found.</summary>
    public const string NotPerformed = "Deadline.NotPerformed";

    private DueStall() { }

    /// <summary>The key under which it would be noted as done.</summary>
    public string Key { get; private set; } = null!;

    public DueActionKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public int Refusals { get; private set; }

    /// <summary>The code of the last refusal, or the type of the last fault.</summary>
    public string Reason { get; private set; } = null!;

    /// <summary>UTC; the last refusal.</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>UTC; when system administrators were told. Null while they were not.</summary>
    public DateTimeOffset? AlarmedAt { get; private set; }

    internal static DueStall First(
        DueActionKind kind,
        Guid subjectId,
        DateTimeOffset dueAt,
        string reason,
        DateTimeOffset now
    ) =>
        new()
        {
            Key = DueAction.KeyOf(kind, subjectId, dueAt),
            Kind = kind,
            SubjectId = subjectId,
            DueAt = dueAt,
            Refusals = 1,
            Reason = reason.Length > ReasonMaxLength ? reason[..ReasonMaxLength] : reason,
            LastAt = now,
        };

    internal void Alarm(DateTimeOffset now) => AlarmedAt = now;
}
