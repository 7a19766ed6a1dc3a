namespace TradeSecretPilot.Domain.Drafts;

/// <summary>
/// A draft as its author left it before it was written on: what can be looked at again and put back. The last text of each author
/// within <see cref="Interval"/> is kept, so that a day of typing is a page of entries and a colleague's deletion loses nothing.
/// </summary>
public sealed class DraftSnapshot
{
    public const int PersonMaxLength = 60;

    /// <summary>Within it one entry of each author is kept, the later text in the place of the earlier.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private DraftSnapshot() { }

    public Guid Id { get; private set; }

    /// <summary>The application or the report.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Whose draft it is; nobody else ever sees it.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>The draft's canonical text (<see cref="ContentHash.Write{T}"/>).</summary>
    public string Content { get; private set; } = null!;

    /// <summary>The fields in which it differs from the entry before, by their anchors.</summary>
    public IReadOnlyList<string> Changed { get; private set; } = [];

    /// <summary>UTC; when this text was saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    public string SavedBy { get; private set; } = null!;

    /// <summary>Keeps a text that is about to be written on.</summary>
    /// <param name="changed">In what it differs from the entry before.</param>
    public static DraftSnapshot Of<T>(
        Guid subjectId,
        Guid organizationId,
        T content,
        IReadOnlyList<string> changed,
        DateTimeOffset savedAt,
        string savedBy,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            SubjectId = subjectId,
            OrganizationId = organizationId,
            Content = ContentHash.Write(content),
            Changed = changed,
            SavedAt = savedAt,
            SavedBy = savedBy,
        };

    /// <summary>The author's text is kept anew: too long ago was it done last.</summary>
    /// <param name="keptAt">When the author's latest entry was saved, UTC; null without one.</param>
    public static bool IsDue(DateTimeOffset? keptAt, DateTimeOffset now) =>
        keptAt is not { } kept || now - kept >= Interval;

    /// <summary>The same author wrote more within the interval: the later text takes the place of the earlier.</summary>
    public void Continue<T>(T content, IReadOnlyList<string> changed, DateTimeOffset savedAt) =>
        (Content, Changed, SavedAt) = (ContentHash.Write(content), changed, savedAt);

    /// <summary>The draft back from its text.</summary>
    public T Read<T>() => ContentHash.Read<T>(Content);
}
