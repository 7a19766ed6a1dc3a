using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>Who acts next on a record.</summary>
public enum NextActor
{
    /// <summary>Finished, or nothing to do.</summary>
    Nobody = 0,
    LocalGovernment = 1,
    Province = 2,
    Experts = 3,
    WorkingGroup = 4,
    WorkingGroupLead = 5,
}

/// <summary>轮到谁、到何时: every record shows who acts next and by when.</summary>
/// <param name="DueAt">UTC; null where nothing binds.</param>
public sealed record Turn(NextActor Actor, DateTimeOffset? DueAt)
{
    internal static Turn Of(
        ApplicationStatus status,
        Deadline submission,
        Deadline forwarding,
        Batch batch
    ) =>
        status switch
        {
            ApplicationStatus.Draft or ApplicationStatus.Returned => new Turn(
                NextActor.LocalGovernment,
                submission.At
            ),
            ApplicationStatus.Submitted
            or ApplicationStatus.Recommended when batch.Stage == BatchStage.Open => new Turn(
                NextActor.Province,
                forwarding.At
            ),
            ApplicationStatus.Forwarded => new Turn(NextActor.Experts, null),
            ApplicationStatus.Appraised => new Turn(NextActor.WorkingGroup, batch.PublishBy),
            ApplicationStatus.Selected
            or ApplicationStatus.NotSelected when batch.Stage == BatchStage.Decided => new Turn(
                NextActor.WorkingGroupLead,
                batch.PublishBy
            ),
            _ => new Turn(NextActor.Nobody, null),
        };
}
