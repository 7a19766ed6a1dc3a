namespace TradeSecretPilot.UseCases.Platform;

/// <summary>Who may read an entry of a record's timeline.</summary>
[Flags]
public enum Audience
{
    None = 0,
    Local = 1,
    Provincial = 2,
    National = 4,
    Everyone = Local | Provincial | National,
}

/// <summary>What kind of record an act was done to.</summary>
public enum SubjectKind
{
    /// <summary>No record with a timeline: an account, a file, the clock.</summary>
    Other = 0,
    Application = 1,
    ProvincialCall = 2,
    Batch = 3,
    Pilot = 4,
    ProgressReport = 5,
}

/// <summary>An entry of a record's timeline: the same facts for both sides, minus what one may not see.</summary>
public sealed class RecordEvent
{
    public const int ActMaxLength = 60;
    public const int NoteMaxLength = 2000;

    private RecordEvent() { }

    public Guid Id { get; private set; }

    /// <summary>The application, pilot, obligation or batch.</summary>
    public Guid SubjectId { get; private set; }

    public SubjectKind SubjectKind { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Code of the act, see <see cref="Acts"/>.</summary>
    public string Act { get; private set; } = null!;

    public string ActorName { get; private set; } = null!;

    public string? OrganizationName { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The local government the record belongs to, when it belongs to one.</summary>
    public Guid? OwnerId { get; private set; }

    public string? ProvinceCode { get; private set; }

    public Audience Audience { get; private set; }

    /// <exception cref="ArgumentException">The act is done to no kind of record that has a timeline.</exception>
    internal static RecordEvent Of(ActRecord act, Actor actor, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            SubjectId = act.SubjectId,
            // Who may read an entry depends on it.
            SubjectKind = Acts.SubjectOf(act.Act) is var kind and not SubjectKind.Other
                ? kind
                : throw new ArgumentException(
                    $"{act.Act} is done to no record with a timeline.",
                    nameof(act)
                ),
            At = now,
            Act = act.Code,
            ActorName = actor.Name,
            OrganizationName = actor.OrganizationName,
            Note = act.Note is { Length: > NoteMaxLength } note ? note[..NoteMaxLength] : act.Note,
            OwnerId = act.OwnerId,
            ProvinceCode = act.ProvinceCode,
            Audience = act.Audience,
        };
}
