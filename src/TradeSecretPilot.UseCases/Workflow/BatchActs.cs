using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>Which buttons a page shows for a batch: the transition table, cut to what the actor's role may do.</summary>
internal static class BatchActs
{
    private static readonly (BatchAct Act, Permission Permission)[] Needed =
    [
        (BatchAct.Configure, Permission.ManageBatches),
        (BatchAct.Open, Permission.ManageBatches),
        (BatchAct.Discard, Permission.ManageBatches),
        (BatchAct.Extend, Permission.AmendBatches),
        (BatchAct.AmendSeats, Permission.AmendBatches),
        (BatchAct.ConcludeAppraisal, Permission.OrganizeAppraisal),
        (BatchAct.Decide, Permission.DecideSelection),
        (BatchAct.Announce, Permission.DecideSelection),
    ];

    public static IReadOnlyList<BatchAct> Of(Batch batch, Actor actor) =>
        [
            .. Needed
                .Where(n => actor.May(n.Permission))
                .Select(n => n.Act)
                .Where(act => BatchLifecycle.Table.Permits(batch.Stage, act)),
        ];
}
