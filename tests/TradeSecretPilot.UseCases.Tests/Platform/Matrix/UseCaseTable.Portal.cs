using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private static IReadOnlyList<UseCaseRow> Portal =>
        [
            For<GetInbox>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<GetShell>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<ListNotices>(Who.Accounts, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<ListTasks>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<MarkNoticesRead>(
                Who.Accounts,
                async (u, c) =>
                {
                    await u.ExecuteAsync(new(), c.Ct);
                    return null;
                }
            ),
            For<ListSessions>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<EndSession>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new(Guid.Empty), c.Ct),
                refused: "Account.SessionNotFound"
            ),
            For<GetOwnDetails>(Who.Accounts, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<ChangeOwnDetails>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new("改名（示例）", "010-88880000"), c.Ct),
                acts: "Account.DetailsChanged"
            ),
            For<AskMailChange>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new("wei@example.cn"), c.Ct),
                refused: "Account.MailUnavailable"
            ),
            For<SendMailChangeAgain>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new(Guid.Empty), c.Ct),
                refused: "Account.MailChangeNotFound"
            ),
            For<DropMailChange>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new(Guid.Empty), c.Ct),
                refused: "Account.MailChangeNotFound"
            ),
            For<ConfirmMailChange>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new(await LayMailChangeAsync(c), null), c.Ct),
                acts: "Account.MailChanged"
            ),
            For<ListAuditEntries>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct)
            ),
            For<GetAuditPerson>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Lead), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                "Audit.PersonNotFound"
            ),
            For<GetAuditRecord>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Running), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                "Audit.RecordNotFound"
            ),
            For<ListAuditSearches>(Who.AuditAdmin, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<SaveAuditSearch>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new("登录失败", "?act=SignIn"), c.Ct),
                acts: "Audit.SearchSaved"
            ),
            For<DeleteAuditSearch>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                refused: "Audit.SearchNotFound"
            ),
            For<VerifyAudit>(Who.AuditAdmin, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<ListDueActions>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<ListStalledItems>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<RecordClock>(
                Who.Job,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new("node", ClockAgreement.Apart, TimeSpan.FromSeconds(2)),
                        c.Ct
                    ),
                acts: "Clock.Apart"
            ),
            For<GetMailRoute>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<SendTestMail>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new(), c.Ct),
                refused: "Mail.NoRelay"
            ),
            For<ListOutbox>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<RecordSignIn>(
                Who.Job,
                async (u, c) =>
                    await u.ExecuteAsync(new("lead", SignInOutcome.Succeeded, null), c.Ct),
                acts: "SignIn.Succeeded"
            ),
            For<RecordOwnSecret>(
                Who.Job,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Lead, OwnSecretAct.PasswordChanged, null),
                        c.Ct
                    ),
                acts: "SignIn.PasswordChanged"
            ),
            For<SendOutbox>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<DeadlineSweep>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<SweepMatter>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(new(DeadlineMatter.DraftLapses), c.Ct)
            ),
            For<CheckAudit>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(c.Ct),
                acts: "Audit.Checked"
            ),
            For<RecordSettings>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(new(["演示模式：true"]), c.Ct),
                acts: "Settings.Changed"
            ),
            For<SealAudit>(
                Who.Job,
                async (u, c) =>
                {
                    await u.ExecuteAsync(c.Ct);
                    return null;
                },
                acts: "Audit.Sealed"
            ),
            For<AnchorAudit>(
                Who.Job,
                async (u, c) =>
                {
                    await u.ExecuteAsync(c.Ct);
                    return null;
                }
            ),
            For<ListAuditAnchors>(
                Who.Everyone,
                async (u, c) => await u.ExecuteAsync(new(new Paging()), c.Ct)
            ),
            For<FetchBatchRecords>(Who.Job, async (u, c) => await u.ExecuteAsync(new(1), c.Ct)),
            For<VerifyRecords>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<GetAuditCheck>(Who.AuditAdmin, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<RemoveOrphanedFiles>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(c.Ct),
                acts: "File.Found"
            ),
            For<GetJobsAccess>(Who.SystemAdmin, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<CommandJobs>(
                Who.SystemAdmin,
                async (u, c) => await u.ExecuteAsync(new("recurring/trigger", ["outbox"]), c.Ct),
                acts: "Job.Commanded"
            ),
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
            For<DetectDemonstration>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<ListDemoEntrances>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
        ];
}
