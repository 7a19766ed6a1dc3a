using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>
/// Which buttons a page shows for a province's call: the transition table, cut to what the actor's role may do and what is in
/// time.
/// </summary>
internal static class ProvincialCallActs
{
    private static readonly (ProvincialCallAct Act, Permission Permission)[] Needed =
    [
        (ProvincialCallAct.SetDeadline, Permission.DecideForProvince),
        (ProvincialCallAct.Rank, Permission.ReviewApplications),
        (ProvincialCallAct.Extend, Permission.AmendBatches),
        (ProvincialCallAct.Forward, Permission.DecideForProvince),
    ];

    public static IReadOnlyList<ProvincialCallAct> Of(
        ProvincialCall call,
        Batch batch,
        Actor actor,
        DateTimeOffset now
    ) =>
        [
            .. Needed
                .Where(n => actor.May(n.Permission))
                .Select(n => n.Act)
                .Where(act => ProvincialCallLifecycle.Table.Permits(call.Status, act))
                .Where(act =>
                    act switch
                    {
                        ProvincialCallAct.SetDeadline => !call.Forwarding(batch).HasPassed(now),
                        ProvincialCallAct.Forward => batch.Stage == BatchStage.Open
                            && !call.Forwarding(batch).HasPassed(now),
                        // More time for one province reopens the batch when forwarding was closed.
                        ProvincialCallAct.Extend => BatchLifecycle.Table.Permits(
                            batch.Stage,
                            BatchAct.Extend
                        ),
                        _ => true,
                    }
                ),
        ];
}
