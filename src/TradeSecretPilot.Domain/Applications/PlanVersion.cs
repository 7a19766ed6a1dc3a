namespace TradeSecretPilot.Domain.Applications;

/// <summary>A submitted version of a plan: never changed again, and what everyone but its author reads.</summary>
public sealed class PlanVersion
{
    public const int PersonMaxLength = 60;

    private PlanVersion() { }

    public Guid Id { get; private set; }

    public Guid ApplicationId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public WorkPlan Plan { get; private set; } = WorkPlan.Empty;

    /// <summary>Fingerprint of the plan's canonical text.</summary>
    public string ContentSha256 { get; private set; } = null!;

    /// <summary>UTC; the instant the submission reached the server.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>As of <see cref="TaskEmphasis"/>; kept so that lists need not read the plan.</summary>
    public IReadOnlyList<TaskArea> TaskAreas { get; private set; } = [];

    public string SubmittedBy { get; private set; } = null!;

    internal static PlanVersion Of(
        Application application,
        string submittedBy,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = application.Id,
            Number = application.VersionNumber,
            Plan = application.Plan,
            ContentSha256 = ContentHash.Fingerprint(application.Plan),
            SubmittedAt = now,
            TaskAreas = TaskEmphasis.Of(application.Plan),
            SubmittedBy = submittedBy,
        };
}
