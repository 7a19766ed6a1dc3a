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

/// <summary>An entry of a record's timeline: the same facts for both sides, minus what one may not see.</summary>
public sealed class RecordEvent
{
    public const int ActMaxLength = 60;
    public const int NoteMaxLength = 2000;

    private RecordEvent() { }

    public Guid Id { get; private set; }

    /// <summary>The application, pilot, obligation or batch.</summary>
    public Guid SubjectId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Name of the act, such as <c>Application.Submitted</c>.</summary>
    public string Act { get; private set; } = null!;

    public string ActorName { get; private set; } = null!;

    public string? OrganizationName { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The local government the record belongs to, when it belongs to one.</summary>
    public Guid? OwnerId { get; private set; }

    public string? ProvinceCode { get; private set; }

    public Audience Audience { get; private set; }

    internal static RecordEvent Of(Act act, Actor actor, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            SubjectId = act.SubjectId,
            At = now,
            Act = act.Name,
            ActorName = actor.Name,
            OrganizationName = actor.OrganizationName,
            Note = act.Note is { Length: > NoteMaxLength } note ? note[..NoteMaxLength] : act.Note,
            OwnerId = act.OwnerId,
            ProvinceCode = act.ProvinceCode,
            Audience = act.Audience,
        };
}

/// <summary>What a session did to one record; becomes an audit row and, with an audience, a timeline entry.</summary>
/// <param name="Name">Past tense, such as <c>Application.Submitted</c>.</param>
/// <param name="SubjectId">The record.</param>
internal sealed record Act(string Name, Guid SubjectId)
{
    public string? Note { get; init; }

    public Guid? OwnerId { get; init; }

    public string? ProvinceCode { get; init; }

    public Audience Audience { get; init; }
}
