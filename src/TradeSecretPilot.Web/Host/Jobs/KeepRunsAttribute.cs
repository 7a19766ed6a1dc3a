using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>
/// How long a finished run stays in the dashboard: a job of every minute leaves one that found nothing for an hour, and one
/// that did something for a week.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepRunsAttribute : JobFilterAttribute, IApplyStateFilter
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private static readonly TimeSpan Busy = TimeSpan.FromDays(7);

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction) =>
        context.JobExpirationTimeout = context.NewState is SucceededState { Result: 0 }
            ? Idle
            : Busy;

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        // Nothing is kept of a state that is left.
    }
}
