using System.Collections.Frozen;

namespace TradeSecretPilot.UseCases.Platform.Clock;

/// <summary>
/// The acts that a deadline permits, forbids or brings about, and those that set one. A node whose clock is wrong does none of
/// them; the door refuses them (<see cref="PilotSession.SaveAsync(CancellationToken)"/>). Drafts are saved all the same.
/// </summary>
public static class DeadlineBoundActs
{
    private static readonly FrozenSet<Act> Bound = Enum.GetValues<Act>()
        .Where(a => Acts.GroupOf(a) == ActGroup.Deadline)
        .Union([
            Act.ApplicationStarted,
            Act.ApplicationSubmitted,
            Act.ApplicationWithdrawn,
            Act.ApplicationReturned,
            Act.ApplicationForwarded,
            Act.ApplicationExtended,
            Act.ApplicationLapsed,
            Act.ApplicationReinstated,
            Act.BatchExtended,
            Act.BatchProvinceExtended,
            Act.BatchForwardingClosed,
            Act.BatchPublicationOverdue,
            Act.BatchAnnounced,
            Act.BatchLaunched,
            Act.BatchConcluded,
            Act.ProvincialCallDeadlineSet,
            Act.ProvincialCallForwarded,
            Act.PilotLaunched,
            Act.PilotConcluded,
            Act.ProgressReportFellDue,
            Act.ProgressReportWentMissing,
            Act.ProgressReportFiled,
            Act.ProgressReportSupplementRequested,
        ])
        .ToFrozenSet();

    /// <summary>As they are stored in the trail.</summary>
    public static IEnumerable<string> Codes => Bound.Select(Acts.CodeOf);

    public static bool Include(Act act) => Bound.Contains(act);
}
