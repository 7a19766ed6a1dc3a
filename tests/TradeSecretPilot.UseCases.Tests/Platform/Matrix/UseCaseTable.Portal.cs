using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Sample;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private static IReadOnlyList<UseCaseRow> Portal =>
        [
            For<GetInbox>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<GetShell>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<ListNotices>(Who.Accounts, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<CountUnreadNotices>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<MarkNoticesRead>(
                Who.Accounts,
                async (u, c) =>
                {
                    await u.ExecuteAsync(new(), c.Ct);
                    return null;
                }
            ),
            For<ListAuditEntries>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct)
            ),
            For<VerifyAudit>(Who.AuditAdmin, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<ListDueActions>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<ListOutbox>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<RecordSignIn>(
                Who.Job,
                async (u, c) =>
                    await u.ExecuteAsync(new("lead", SignInOutcome.Succeeded, null), c.Ct),
                acts: "SignIn.Succeeded"
            ),
            For<SendOutbox>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<DeadlineSweep>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<GetProgrammeCalendar>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<KeepDemoClock>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(new(TimeSpan.FromDays(1)), c.Ct),
                acts: "DemoClock.Moved"
            ),
            For<SeedSample>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(new(new Dictionary<string, int>(), 0), c.Ct),
                refused: "Sample.NotEmpty"
            ),
            For<ListDemoEntrances>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
        ];
}
