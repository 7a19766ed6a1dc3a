namespace TradeSecretPilot.Domain.Applications;

/// <summary>
/// 标为已处理: what the region did about one comment of a return, shared by everybody of the organisation. It stands apart
/// from the plan, so that ticking a comment off never collides with somebody's typing.
/// </summary>
public sealed class CommentHandling : Aggregate
{
    private CommentHandling() { }

    public Guid ApplicationId { get; private set; }

    /// <summary>The returned version.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>The comment among those of the return, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Null after it was taken back.</summary>
    public string? HandledBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>A comment that nobody has ticked off yet.</summary>
    public static CommentHandling Of(
        Application application,
        int versionNumber,
        int number,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = application.Id,
            VersionNumber = versionNumber,
            Number = number,
        };

    /// <summary>Ticks the comment off.</summary>
    public Result Handle(Application application, string by, DateTimeOffset now)
    {
        if (Refuse(application) is { } refusal)
        {
            return refusal;
        }

        if (HandledAt is { } at)
        {
            return ApplicationRefusals.CommentHandled(Number, HandledBy!, at);
        }

        (HandledBy, HandledAt) = (by, now);
        return Result.Done;
    }

    /// <summary>Takes the tick back: the comment is open again.</summary>
    public Result Reopen(Application application)
    {
        if (Refuse(application) is { } refusal)
        {
            return refusal;
        }

        if (HandledAt is null)
        {
            return ApplicationRefusals.CommentOpen(Number);
        }

        (HandledBy, HandledAt) = (null, null);
        return Result.Done;
    }

    // Comments are answered while the plan can be mended, and only those of the latest return.
    private Refusal? Refuse(Application application) =>
        application.RefuseEditing()
        ?? (
            application.ReturnedVersion == VersionNumber
            && Number >= 1
            && Number <= application.Comments.Count
                ? null
                : ApplicationRefusals.CommentNotFound()
        );
}
