using System.Collections.Frozen;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// The code and the group of every act. Codes stand in the audit trail and are part of its hashes: one that was ever recorded
/// is not changed, whatever its act is called here.
/// </summary>
public static class Acts
{
    private sealed record Entry(Act Act, string Code, ActGroup Group);

    private static readonly Entry[] Entries =
    [
        new(Act.ApplicationStarted, "Application.Started", ActGroup.Application),
        new(Act.ApplicationSaved, "Application.Saved", ActGroup.Application),
        new(Act.ApplicationRestored, "Application.Restored", ActGroup.Application),
        new(Act.ApplicationSubmitted, "Application.Submitted", ActGroup.Application),
        new(Act.ApplicationWithdrawn, "Application.Withdrawn", ActGroup.Application),
        new(Act.ApplicationReviewSaved, "Application.ReviewSaved", ActGroup.Application),
        new(Act.ApplicationReturned, "Application.Returned", ActGroup.Application),
        new(Act.ApplicationCommentHandled, "Application.CommentHandled", ActGroup.Application),
        new(Act.ApplicationCommentReopened, "Application.CommentReopened", ActGroup.Application),
        new(Act.ApplicationRecommended, "Application.Recommended", ActGroup.Application),
        new(Act.ApplicationDeclined, "Application.Declined", ActGroup.Application),
        new(Act.ApplicationForwarded, "Application.Forwarded", ActGroup.Application),
        new(Act.ApplicationExtended, "Application.Extended", ActGroup.Application),
        new(Act.ApplicationSealed, "Application.Sealed", ActGroup.Application),
        new(Act.ApplicationLapsed, "Application.Lapsed", ActGroup.Application),
        new(Act.ApplicationReinstated, "Application.Reinstated", ActGroup.Application),
        new(Act.ApplicationExpertsAssigned, "Application.ExpertsAssigned", ActGroup.Application),
        new(
            Act.ApplicationAssignmentAccepted,
            "Application.AssignmentAccepted",
            ActGroup.Application
        ),
        new(Act.ApplicationExpertRecused, "Application.ExpertRecused", ActGroup.Application),
        new(Act.ApplicationExpertReleased, "Application.ExpertReleased", ActGroup.Application),
        new(Act.ApplicationScoresSubmitted, "Application.ScoresSubmitted", ActGroup.Application),
        new(Act.ApplicationAppraised, "Application.Appraised", ActGroup.Application),
        new(Act.ApplicationDecidedSelected, "Application.DecidedSelected", ActGroup.Application),
        new(
            Act.ApplicationDecidedNotSelected,
            "Application.DecidedNotSelected",
            ActGroup.Application
        ),
        new(
            Act.ApplicationAnnouncedSelected,
            "Application.AnnouncedSelected",
            ActGroup.Application
        ),
        new(
            Act.ApplicationAnnouncedNotSelected,
            "Application.AnnouncedNotSelected",
            ActGroup.Application
        ),
        new(Act.BatchCreated, "Batch.Created", ActGroup.Batch),
        new(Act.BatchConfigured, "Batch.Configured", ActGroup.Batch),
        new(Act.BatchDiscarded, "Batch.Discarded", ActGroup.Batch),
        new(Act.BatchOpened, "Batch.Opened", ActGroup.Batch),
        new(Act.BatchExtended, "Batch.Extended", ActGroup.Batch),
        new(Act.BatchProvinceExtended, "Batch.ProvinceExtended", ActGroup.Batch),
        new(Act.BatchSeatsAmended, "Batch.SeatsAmended", ActGroup.Batch),
        new(Act.BatchForwardingClosed, "Batch.ForwardingClosed", ActGroup.Batch),
        new(Act.BatchPanelConvened, "Batch.PanelConvened", ActGroup.Batch),
        new(Act.BatchPanelChanged, "Batch.PanelChanged", ActGroup.Batch),
        new(Act.BatchPanelOpened, "Batch.PanelOpened", ActGroup.Batch),
        new(Act.BatchExpertsUrged, "Batch.ExpertsUrged", ActGroup.Batch),
        new(Act.BatchAppraisalConcluded, "Batch.AppraisalConcluded", ActGroup.Batch),
        new(Act.BatchSelectionProposed, "Batch.SelectionProposed", ActGroup.Batch),
        new(Act.BatchSelectionDecided, "Batch.SelectionDecided", ActGroup.Batch),
        new(Act.BatchPublicationOverdue, "Batch.PublicationOverdue", ActGroup.Batch),
        new(Act.BatchAnnounced, "Batch.Announced", ActGroup.Batch),
        new(Act.BatchLaunched, "Batch.Launched", ActGroup.Batch),
        new(Act.BatchConcluded, "Batch.Concluded", ActGroup.Batch),
        new(Act.ProvincialCallDeadlineSet, "ProvincialCall.DeadlineSet", ActGroup.ProvincialCall),
        new(Act.ProvincialCallRanked, "ProvincialCall.Ranked", ActGroup.ProvincialCall),
        new(Act.ProvincialCallForwarded, "ProvincialCall.Forwarded", ActGroup.ProvincialCall),
        new(Act.ProvincialCallSealed, "ProvincialCall.Sealed", ActGroup.ProvincialCall),
        new(Act.ScoreSheetSaved, "ScoreSheet.Saved", ActGroup.ScoreSheet),
        new(Act.SelectionSaved, "Selection.Saved", ActGroup.Selection),
        new(Act.PilotLaunched, "Pilot.Launched", ActGroup.Pilot),
        new(Act.PilotConcluded, "Pilot.Concluded", ActGroup.Pilot),
        new(Act.ProgressReportFellDue, "ProgressReport.FellDue", ActGroup.ProgressReport),
        new(Act.ProgressReportWentMissing, "ProgressReport.WentMissing", ActGroup.ProgressReport),
        new(Act.ProgressReportSaved, "ProgressReport.Saved", ActGroup.ProgressReport),
        new(Act.ProgressReportRestored, "ProgressReport.Restored", ActGroup.ProgressReport),
        new(Act.ProgressReportFiled, "ProgressReport.Filed", ActGroup.ProgressReport),
        new(Act.ProgressReportAcknowledged, "ProgressReport.Acknowledged", ActGroup.ProgressReport),
        new(
            Act.ProgressReportSupplementRequested,
            "ProgressReport.SupplementRequested",
            ActGroup.ProgressReport
        ),
        new(Act.AccountCreated, "Account.Created", ActGroup.Account),
        new(Act.AccountDisabled, "Account.Disabled", ActGroup.Account),
        new(Act.AccountEnabled, "Account.Enabled", ActGroup.Account),
        new(Act.AccountLocked, "Account.Locked", ActGroup.Account),
        new(Act.AccountUnlocked, "Account.Unlocked", ActGroup.Account),
        new(Act.AccountPasswordReset, "Account.PasswordReset", ActGroup.Account),
        new(Act.AccountTwoFactorReset, "Account.TwoFactorReset", ActGroup.Account),
        new(Act.AccountLetterPrinted, "Account.LetterPrinted", ActGroup.Account),
        new(Act.AccountDetailsChanged, "Account.DetailsChanged", ActGroup.Account),
        new(Act.AccountMailChangeAsked, "Account.MailChangeAsked", ActGroup.Account),
        new(Act.AccountMailChanged, "Account.MailChanged", ActGroup.Account),
        new(Act.AccountMailChangeDropped, "Account.MailChangeDropped", ActGroup.Account),
        new(Act.ConsentAsked, "Consent.Asked", ActGroup.Account),
        new(Act.ConsentGiven, "Consent.Given", ActGroup.Account),
        new(Act.ConsentRefused, "Consent.Refused", ActGroup.Account),
        new(Act.ConsentWithdrawn, "Consent.Withdrawn", ActGroup.Account),
        new(Act.SignInSucceeded, "SignIn.Succeeded", ActGroup.SignIn),
        new(Act.SignInFailed, "SignIn.Failed", ActGroup.SignIn),
        new(Act.SignInSecondFactorFailed, "SignIn.SecondFactorFailed", ActGroup.SignIn),
        new(Act.SignInLockedOut, "SignIn.LockedOut", ActGroup.SignIn),
        new(Act.SignInDisabled, "SignIn.Disabled", ActGroup.SignIn),
        new(Act.SignInSignedOut, "SignIn.SignedOut", ActGroup.SignIn),
        new(Act.SignInEnded, "SignIn.Ended", ActGroup.SignIn),
        new(Act.SignInReplaced, "SignIn.Replaced", ActGroup.SignIn),
        new(Act.SignInPasswordChanged, "SignIn.PasswordChanged", ActGroup.SignIn),
        new(Act.SignInPasswordRefused, "SignIn.PasswordRefused", ActGroup.SignIn),
        new(Act.SignInSecondFactorEnabled, "SignIn.SecondFactorEnabled", ActGroup.SignIn),
        new(Act.SignInSecondFactorDisabled, "SignIn.SecondFactorDisabled", ActGroup.SignIn),
        new(Act.SignInRecoveryCodesRenewed, "SignIn.RecoveryCodesRenewed", ActGroup.SignIn),
        new(Act.SignInPasswordSet, "SignIn.PasswordSet", ActGroup.SignIn),
        new(Act.SignInLinkRefused, "SignIn.LinkRefused", ActGroup.SignIn),
        new(Act.SignInByPasskey, "SignIn.ByPasskey", ActGroup.SignIn),
        new(Act.SignInPasskeyFailed, "SignIn.PasskeyFailed", ActGroup.SignIn),
        new(Act.SignInPasskeyAdded, "SignIn.PasskeyAdded", ActGroup.SignIn),
        new(Act.SignInPasskeyRemoved, "SignIn.PasskeyRemoved", ActGroup.SignIn),
        new(Act.OrganizationCreated, "Organization.Created", ActGroup.Organization),
        new(
            Act.OrganizationRegulatorsEnsured,
            "Organization.RegulatorsEnsured",
            ActGroup.Organization
        ),
        new(Act.DivisionAdded, "Division.Added", ActGroup.Division),
        new(Act.DeadlineLapseDraft, "Deadline.LapseDraft", ActGroup.Deadline),
        new(Act.DeadlineCloseForwarding, "Deadline.CloseForwarding", ActGroup.Deadline),
        new(Act.DeadlineAlarmPublication, "Deadline.AlarmPublication", ActGroup.Deadline),
        new(Act.DeadlineLaunchPilots, "Deadline.LaunchPilots", ActGroup.Deadline),
        new(Act.DeadlineCallReport, "Deadline.CallReport", ActGroup.Deadline),
        new(Act.DeadlineMarkMissing, "Deadline.MarkMissing", ActGroup.Deadline),
        new(Act.DeadlineConcludePilots, "Deadline.ConcludePilots", ActGroup.Deadline),
        new(Act.DeadlineRemindSubmission, "Deadline.RemindSubmission", ActGroup.Deadline),
        new(Act.DeadlineRemindForwarding, "Deadline.RemindForwarding", ActGroup.Deadline),
        new(Act.DeadlineRemindReport, "Deadline.RemindReport", ActGroup.Deadline),
        new(Act.DeadlineRemindScoring, "Deadline.RemindScoring", ActGroup.Deadline),
        new(Act.DeadlineStalled, "Deadline.Stalled", ActGroup.Deadline),
        new(Act.BundleRequested, "Bundle.Requested", ActGroup.Bundle),
        new(Act.BundleBegun, "Bundle.Begun", ActGroup.Bundle),
        new(Act.BundleMade, "Bundle.Made", ActGroup.Bundle),
        new(Act.BundleFailed, "Bundle.Failed", ActGroup.Bundle),
        new(Act.BundleCancelled, "Bundle.Cancelled", ActGroup.Bundle),
        new(Act.BundleExpired, "Bundle.Expired", ActGroup.Bundle),
        new(Act.BundleRetried, "Bundle.Retried", ActGroup.Bundle),
        new(Act.MailTestSent, "Mail.TestSent", ActGroup.Mail),
        new(Act.MailTestFailed, "Mail.TestFailed", ActGroup.Mail),
        new(Act.JobCommanded, "Job.Commanded", ActGroup.Job),
        new(Act.ClockApart, "Clock.Apart", ActGroup.Clock),
        new(Act.ClockTogether, "Clock.Together", ActGroup.Clock),
        new(Act.FileUploaded, "File.Uploaded", ActGroup.File),
        new(Act.FileFound, "File.Found", ActGroup.File),
        new(Act.FileSetAside, "File.SetAside", ActGroup.File),
        new(Act.FileRemoved, "File.Removed", ActGroup.File),
        new(Act.FileCleanedUp, "File.CleanedUp", ActGroup.File),
        new(Act.AuditChecked, "Audit.Checked", ActGroup.Audit),
        new(Act.AuditCheckFailed, "Audit.CheckFailed", ActGroup.Audit),
        new(Act.AuditCertified, "Audit.Certified", ActGroup.Audit),
        new(Act.AuditSearchSaved, "Audit.SearchSaved", ActGroup.Audit),
        new(Act.AuditSearchDeleted, "Audit.SearchDeleted", ActGroup.Audit),
        new(Act.PlanRead, "Reading.Plan", ActGroup.Reading),
        new(Act.ScoresRead, "Reading.Scores", ActGroup.Reading),
        new(Act.ReportRead, "Reading.Report", ActGroup.Reading),
        new(Act.DocumentRead, "Reading.Document", ActGroup.Reading),
        new(Act.DocumentTaken, "Download.Document", ActGroup.Download),
        new(Act.ListTaken, "Download.List", ActGroup.Download),
        new(Act.TemplateTaken, "Download.Template", ActGroup.Download),
        new(Act.FileTaken, "Download.File", ActGroup.Download),
        new(Act.BundleTaken, "Download.Bundle", ActGroup.Download),
        new(Act.SettingsChanged, "Settings.Changed", ActGroup.Settings),
        new(Act.AuditSealed, "Audit.Sealed", ActGroup.Audit),
        new(Act.AuditAnchored, "Audit.Anchored", ActGroup.Audit),
        new(Act.SampleSeeded, "Sample.Seeded", ActGroup.Demonstration),
        new(Act.DemoClockMoved, "DemoClock.Moved", ActGroup.Demonstration),
    ];

    private static readonly FrozenDictionary<Act, Entry> ByAct = Entries.ToFrozenDictionary(e =>
        e.Act
    );

    private static readonly FrozenDictionary<string, Act> ByCode = Entries.ToFrozenDictionary(
        e => e.Code,
        e => e.Act,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<ActGroup, string[]> CodesByGroup = Entries
        .GroupBy(e => e.Group)
        .ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Code).ToArray());

    /// <summary>As the act is stored, such as <c>Application.Submitted</c>.</summary>
    public static string CodeOf(Act act) => ByAct[act].Code;

    public static ActGroup GroupOf(Act act) => ByAct[act].Group;

    public static IReadOnlyList<string> CodesOf(ActGroup group) => CodesByGroup[group];

    /// <summary>The codes of what is looked for; null when nothing narrows them.</summary>
    public static IReadOnlyList<string>? CodesOf(ActGroup? group, Act? act, ActOutcome? outcome) =>
        group is null && act is null && outcome is null
            ? null
            :
            [
                .. Entries
                    .Where(e => group is null || e.Group == group)
                    .Where(e => act is null || e.Act == act)
                    .Where(e => outcome is null || OutcomeOf(e.Act) == outcome)
                    .Select(e => e.Code),
            ];

    public static ActOutcome OutcomeOf(Act act) =>
        act switch
        {
            Act.SignInFailed
            or Act.SignInSecondFactorFailed
            or Act.SignInLockedOut
            or Act.SignInDisabled
            or Act.SignInPasswordRefused => ActOutcome.Refused,
            Act.BundleFailed or Act.MailTestFailed or Act.AuditCheckFailed => ActOutcome.Failed,
            _ => ActOutcome.Done,
        };

    /// <summary>The act of a stored code; null when this version knows none, as in rows of another version.</summary>
    public static Act? Find(string code) => ByCode.TryGetValue(code, out var act) ? act : null;

    /// <summary>The kind of record with a timeline that the act is done to.</summary>
    public static SubjectKind SubjectOf(Act act) =>
        GroupOf(act) switch
        {
            ActGroup.Application => SubjectKind.Application,
            ActGroup.Batch => SubjectKind.Batch,
            ActGroup.ProvincialCall => SubjectKind.ProvincialCall,
            ActGroup.Pilot => SubjectKind.Pilot,
            ActGroup.ProgressReport => SubjectKind.ProgressReport,
            _ => SubjectKind.Other,
        };
}
