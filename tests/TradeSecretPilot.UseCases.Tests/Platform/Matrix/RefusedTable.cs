using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Refused;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Situation;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>Every command in every situation in which it must change nothing.</summary>
internal static partial class RefusedTable
{
    private const string AlreadyDone = "Platform.AlreadyDone";
    private const string ReportStatus = "ProgressReport.WrongStatus";

    /// <summary>Row version of A1's report: it fell due and was saved once.</summary>
    private const int ReportVersion = 2;

    /// <summary>Commands to which a kind of situation does not apply, and why.</summary>
    public static IReadOnlyDictionary<Type, string> Exempt { get; } =
        new Dictionary<Type, string>
        {
            [typeof(RecordSignIn)] = "every attempt is recorded",
            [typeof(RecordOwnSecret)] = "every attempt is recorded",
            [typeof(RecordSettings)] = "RecordSettingsTests",
            [typeof(SaveAuditSearch)] = "AuditListTests: the own list of names, no record",
            [typeof(DeleteAuditSearch)] = "AuditListTests: the own list of names, no record",
            [typeof(RecordClock)] = "every change is recorded",
            [typeof(SendOutbox)] = "OutboxTests",
            [typeof(SendTestMail)] = "a second one is another mail; without a relay: see MailTests",
            [typeof(DeadlineSweep)] = "DeadlineSweepTests",
            [typeof(SweepMatter)] = "SweepMatterTests",
            [typeof(RetryBundle)] = "BundleTests",
            [typeof(CheckAudit)] = "CheckAuditTests",
            [typeof(AnchorAudit)] = "takes no input",
            [typeof(SealAudit)] = "takes no input",
            [typeof(RemoveOrphanedFiles)] = "RemoveOrphanedFilesTests",
            [typeof(ExpireBundles)] = "BundleTests",
            [typeof(BeginUpload)] =
                "UploadTests: it changes no record, and a second one is another upload",
            [typeof(SendPiece)] = "UploadTests: it changes no record",
            [typeof(DropUpload)] = "UploadTests: it changes no record",
            [typeof(CommandJobs)] = "every command is recorded",
            [typeof(KeepDemoClock)] = "the demonstration's clock alone",
            [typeof(ResetPassword)] = "a second reset gives another link",
            [typeof(SetPasswordByLink)] = "every attempt is recorded",
            [typeof(AskMailChange)] = "OwnDetailsTests: it needs mail to be set up",
            [typeof(SendMailChangeAgain)] = "OwnDetailsTests: it needs mail to be set up",
            [typeof(ConfirmMailChange)] = "every attempt is recorded",
            [typeof(IssuePasswordLetter)] = "PasswordLinkTests: it is printed once",
            [typeof(CreateFirstAdministrator)] = "done once in an empty database",
            [typeof(SeedSample)] = "done once in an empty database",
            [typeof(EnsureProvincialRegulators)] = "takes no input",
            [typeof(MarkNoticesRead)] = "takes no input",
            [typeof(CertifyAudit)] =
                "a second certificate is another one; a broken chain: see its tests",
            [typeof(TakeBundle)] = "takes no input",
            [typeof(NoteBundleProgress)] = "answers whether the bundle is still wanted",
        };

    public static IReadOnlyList<RefusedCase> Cases { get; } =
    [
        .. Applications,
        .. Drafts,
        .. Reviews,
        .. Calls,
        .. Batches,
        .. Appraisals,
        .. Sheets,
        .. Selections,
        .. Reports,
        .. Accounts,
        .. Portal,
        .. Files,
        .. Bundles,
    ];

    private static IEnumerable<RefusedCase> Reports =>
        [
            Case<SaveReport>(
                WrongState,
                ReportStatus,
                DrafterOf(1),
                async (u, w) =>
                    await u.ExecuteAsync(new(ReportOf(w, 1), 2, ReportContent.Empty), Ct)
            ),
            Case<SaveReport>(
                Incomplete,
                "ProgressReport.TextTooLong",
                DrafterOf(0),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(
                            ReportOf(w, 0),
                            ReportVersion,
                            ReportContent.Empty with
                            {
                                Summary = TooLong,
                            }
                        ),
                        Ct
                    )
            ),
            Twice<SaveReport>(
                "ProgressReport.ChangedMeanwhile",
                DrafterOf(0),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(ReportOf(w, 0), ReportVersion, ReportContent.Empty),
                        Ct
                    )
            ),
            Case<FileReport>(
                WrongState,
                ReportStatus,
                ApproverOf(1),
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 1), 3), Ct)
            ),
            Case<FileReport>(
                WrongTime,
                "ProgressReport.TooEarly",
                ApproverOf(0),
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Report(w.Cast.A[0], 2), 0), Ct)
            ),
            Case<FileReport>(
                Incomplete,
                "ProgressReport.Incomplete",
                ApproverOf(0),
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 0), ReportVersion + 1), Ct),
                w =>
                    MustAsync<SaveReport>(
                        w,
                        DrafterOf(0),
                        async (u, _) =>
                            await u.ExecuteAsync(
                                new(ReportOf(w, 0), ReportVersion, ReportContent.Empty),
                                Ct
                            )
                    )
            ),
            Twice<FileReport>(
                ReportStatus,
                ApproverOf(0),
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 0), w.Seen), Ct)
            ),
            Case<AcknowledgeReport>(
                WrongState,
                ReportStatus,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 0), 0), Ct)
            ),
            Case<AcknowledgeReport>(
                Incomplete,
                "Platform.ChangedMeanwhile",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 1), 9), Ct)
            ),
            Twice<AcknowledgeReport>(
                "ProgressReport.AlreadyAnswered",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 1), 1), Ct)
            ),
            Case<RequestSupplement>(
                WrongState,
                ReportStatus,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 0), 0, "（示例）"), Ct)
            ),
            Case<RequestSupplement>(
                Incomplete,
                "Platform.ChangedMeanwhile",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 1), 9, "（示例）"), Ct)
            ),
            Case<RequestSupplement>(
                Incomplete,
                NoReason,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 1), 1, " "), Ct)
            ),
            Twice<RequestSupplement>(
                "ProgressReport.AlreadyAnswered",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(ReportOf(w, 1), 1, "（示例）"), Ct)
            ),
        ];

    private static IEnumerable<RefusedCase> Accounts =>
        [
            Case<EndSession>(
                Incomplete,
                "Account.SessionNotFound",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new(Guid.Empty), Ct)
            ),
            Twice<EndSession>(
                "Account.SessionNotFound",
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(await SessionOfAsync(w)), Ct),
                w => BeginSessionAsync(w, SystemAdmin(w))
            ),
            Case<ChangeOwnDetails>(
                Incomplete,
                "Account.DisplayNameInvalid",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new(" ", null), Ct)
            ),
            Case<ChangeOwnDetails>(
                Incomplete,
                "Account.PhoneInvalid",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new("示例", "call me"), Ct)
            ),
            Twice<ChangeOwnDetails>(
                null,
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new("改名（示例）", "010-88880000"), Ct)
            ),
            Case<DropMailChange>(
                WrongState,
                "Account.MailChangeNotFound",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new(Guid.Empty), Ct)
            ),
            Twice<DropMailChange>(
                "Account.MailChangeNotFound",
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(await MailChangeOfAsync(w)), Ct),
                LayMailChangeAsync
            ),
            Case<CreateOrganization>(
                Incomplete,
                "Organization.NameInvalid",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new("330100", " "), Ct)
            ),
            Twice<CreateOrganization>(
                "Organization.AlreadyExists",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new("330100", "示例市人民政府"), Ct)
            ),
            Case<AddFunctionalZone>(
                Incomplete,
                "Organization.DivisionInvalid",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new("33", "示例新区", "330100"), Ct)
            ),
            Twice<AddFunctionalZone>(
                "Organization.DivisionInvalid",
                SystemAdmin,
                async (u, _) => await u.ExecuteAsync(new("339998", "示例新区", "330100"), Ct)
            ),
            Case<CreateAccount>(
                Incomplete,
                "Account.UserNameInvalid",
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(Drafter(w, " "), Ct)
            ),
            Twice<CreateAccount>(
                "Account.UserNameTaken",
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(Drafter(w, "drafter.again"), Ct)
            ),
            Case<DisableAccount>(
                WrongState,
                "Account.NotOneself",
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.SystemAdmin, "（示例）"), Ct)
            ),
            Case<DisableAccount>(
                Incomplete,
                NoReason,
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter, ""), Ct)
            ),
            Twice<DisableAccount>(
                AlreadyDone,
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter, "（示例）"), Ct)
            ),
            Case<EnableAccount>(
                WrongState,
                AlreadyDone,
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter), Ct)
            ),
            Twice<EnableAccount>(
                AlreadyDone,
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter), Ct),
                w =>
                    MustAsync<DisableAccount>(
                        w,
                        SystemAdmin,
                        async (u, _) =>
                            await u.ExecuteAsync(new(w.Cast.A[0].Drafter, "（示例）"), Ct)
                    )
            ),
            Case<ResetPassword>(
                Incomplete,
                NoReason,
                SystemAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter, " "), Ct)
            ),
            Case<ApproveConsent>(
                WrongState,
                "Consent.NotFound",
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(Call.Unknown, w.Seen), Ct)
            ),
            Twice<ApproveConsent>(
                "Consent.Decided",
                SecurityAdmin,
                async (u, w) =>
                    await u.ExecuteAsync(new(await Consenting.OnlyAsync(w), w.Seen), Ct),
                Consenting.AskAsync
            ),
            Case<RefuseConsent>(
                Incomplete,
                NoReason,
                SecurityAdmin,
                async (u, w) =>
                    await u.ExecuteAsync(new(await Consenting.OnlyAsync(w), " ", w.Seen), Ct),
                Consenting.AskAsync
            ),
            Twice<RefuseConsent>(
                "Consent.Decided",
                SecurityAdmin,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(await Consenting.OnlyAsync(w), "（示例）", w.Seen),
                        Ct
                    ),
                Consenting.AskAsync
            ),
            Case<LockAccount>(
                Incomplete,
                NoReason,
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter, " "), Ct)
            ),
            Twice<LockAccount>(
                AlreadyDone,
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter, "（示例）"), Ct)
            ),
            Case<UnlockAccount>(
                WrongState,
                AlreadyDone,
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter), Ct)
            ),
            Twice<UnlockAccount>(
                AlreadyDone,
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Locked), Ct)
            ),
            Case<ResetTwoFactor>(
                WrongState,
                AlreadyDone,
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.A[0].Drafter, "（示例）"), Ct)
            ),
            Case<ResetTwoFactor>(
                Incomplete,
                NoReason,
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Locked, ""), Ct)
            ),
            Twice<ResetTwoFactor>(
                AlreadyDone,
                SecurityAdmin,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Locked, "（示例）"), Ct)
            ),
        ];

    private static IEnumerable<RefusedCase> Portal =>
        [
            Case<CreateFirstAdministrator>(
                WrongState,
                "Account.AdministratorExists",
                ByJob,
                async (u, _) => await u.ExecuteAsync(new("another", "示例"), Ct)
            ),
            Case<SeedSample>(
                WrongState,
                "Sample.NotEmpty",
                ByJob,
                async (u, _) => await u.ExecuteAsync(new(new Dictionary<string, int>(), 0), Ct)
            ),
            Twice<EnsureProvincialRegulators>(
                null,
                ByJob,
                async (u, _) => await u.ExecuteAsync(Ct)
            ),
            Twice<MarkNoticesRead>(
                null,
                WorkingGroup,
                async (u, _) =>
                {
                    await u.ExecuteAsync(new(), Ct);
                    return null;
                }
            ),
        ];

    private static Guid ReportOf(World world, int region) =>
        world.Cast.Report(world.Cast.A[region], 1);

    private static CreateAccount.Input Drafter(World world, string userName) =>
        new()
        {
            UserName = userName,
            DisplayName = "新起草（示例）",
            Role = Role.Drafter,
            OrganizationId = world.Cast.A[0].OrganizationId,
        };

    private static Guid SystemAdmin(World world) => world.Cast.SystemAdmin;

    private static Guid SecurityAdmin(World world) => world.Cast.SecurityAdmin;

    private static Task<int> LayMailChangeAsync(World world) =>
        world.BehindTheDoorAsync(db =>
        {
            db.MailChanges.Add(
                MailChange.For(world.Cast.SystemAdmin, "wei@example.cn", WorldBuilder.Now)
            );
            return db.SaveChangesAsync(Ct);
        });

    /// <summary>Nothing when it was given up.</summary>
    private static Task<Guid> MailChangeOfAsync(World world) =>
        world.BehindTheDoorAsync(db =>
            db.MailChanges.Select(c => c.LinkId).SingleOrDefaultAsync(Ct)
        );

    private static Task<int> BeginSessionAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(async db =>
        {
            var stamp = await db
                .Accounts.Where(a => a.Id == account)
                .Select(a => a.SecurityStamp)
                .SingleAsync(Ct);
            db.AccountSessions.Add(
                AccountSession.Begin(account, stamp!, "示例", "127.0.0.1", WorldBuilder.Now)
            );
            return await db.SaveChangesAsync(Ct);
        });

    private static Task<Guid> SessionOfAsync(World world) =>
        world.BehindTheDoorAsync(db =>
            db.AccountSessions.Where(s => s.AccountId == world.Cast.SystemAdmin)
                .Select(s => s.Id)
                .SingleAsync(Ct)
        );
}
