using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>Which buttons a page shows: the transition table, cut to what the actor's role may do and what is in time.</summary>
internal static class ApplicationActs
{
    private static readonly (ApplicationAct Act, Permission Permission)[] Needed =
    [
        (ApplicationAct.Edit, Permission.EditApplication),
        (ApplicationAct.Submit, Permission.SubmitApplication),
        (ApplicationAct.Withdraw, Permission.SubmitApplication),
        (ApplicationAct.Return, Permission.ReviewApplications),
        (ApplicationAct.Recommend, Permission.ReviewApplications),
        (ApplicationAct.Decline, Permission.DecideForProvince),
        (ApplicationAct.Extend, Permission.DecideForProvince),
    ];

    public static IReadOnlyList<ApplicationAct> Of(
        Application application,
        ApplicationCase found,
        Actor actor,
        DateTimeOffset now
    ) =>
        [
            .. Needed
                .Where(n => actor.May(n.Permission))
                .Select(n => n.Act)
                .Where(act => ApplicationLifecycle.Table.Permits(application.Status, act))
                // After its province's letter nothing leads anywhere; withdrawing still does.
                .Where(act => act == ApplicationAct.Withdraw || found.Call.ForwardedAt is null)
                .Where(act =>
                    act switch
                    {
                        ApplicationAct.Submit or ApplicationAct.Return =>
                            !found.Submission.HasPassed(now),
                        ApplicationAct.Recommend => !found.Forwarding.HasPassed(now),
                        // There must be time to give: an extension ends with the province's own deadline at the latest.
                        ApplicationAct.Extend => (
                            application.Status != ApplicationStatus.Lapsed
                            || application.LapsedFrom is not null
                        )
                            && !found.Forwarding.HasPassed(now)
                            && found.Submission.At < found.Forwarding.At,
                        _ => true,
                    }
                ),
        ];
}
