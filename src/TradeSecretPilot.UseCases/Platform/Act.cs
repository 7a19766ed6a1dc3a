namespace TradeSecretPilot.UseCases.Platform;

/// <summary>What can be done to a record. Stored by its code, see <see cref="Acts"/>; the values themselves are kept nowhere.</summary>
public enum Act
{
    ApplicationStarted,
    ApplicationSaved,
    ApplicationRestored,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    ApplicationReviewSaved,
    ApplicationReturned,
    ApplicationCommentHandled,
    ApplicationCommentReopened,
    ApplicationRecommended,
    ApplicationDeclined,
    ApplicationForwarded,
    ApplicationExtended,
    ApplicationSealed,
    ApplicationLapsed,
    ApplicationReinstated,
    ApplicationExpertsAssigned,
    ApplicationAssignmentAccepted,
    ApplicationExpertRecused,
    ApplicationExpertReleased,
    ApplicationScoresSubmitted,
    ApplicationAppraised,
    ApplicationDecidedSelected,
    ApplicationDecidedNotSelected,
    ApplicationAnnouncedSelected,
    ApplicationAnnouncedNotSelected,

    BatchCreated,
    BatchConfigured,
    BatchDiscarded,
    BatchOpened,
    BatchExtended,
    BatchProvinceExtended,
    BatchSeatsAmended,
    BatchForwardingClosed,
    BatchPanelConvened,
    BatchPanelChanged,
    BatchPanelOpened,
    BatchExpertsUrged,
    BatchAppraisalConcluded,
    BatchSelectionProposed,
    BatchSelectionDecided,
    BatchPublicationOverdue,
    BatchAnnounced,
    BatchLaunched,
    BatchConcluded,

    ProvincialCallDeadlineSet,
    ProvincialCallRanked,
    ProvincialCallForwarded,
    ProvincialCallSealed,

    ScoreSheetSaved,

    SelectionSaved,

    PilotLaunched,
    PilotConcluded,

    ProgressReportFellDue,
    ProgressReportWentMissing,
    ProgressReportSaved,
    ProgressReportRestored,
    ProgressReportFiled,
    ProgressReportAcknowledged,
    ProgressReportSupplementRequested,

    AccountCreated,
    AccountDisabled,
    AccountEnabled,
    AccountLocked,
    AccountUnlocked,
    AccountPasswordReset,
    AccountTwoFactorReset,
    AccountLetterPrinted,
    ConsentAsked,
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,

    SignInSucceeded,
    SignInFailed,
    SignInSecondFactorFailed,
    SignInLockedOut,
    SignInDisabled,
    SignInSignedOut,
    SignInEnded,
    SignInReplaced,
    SignInPasswordChanged,
    SignInPasswordRefused,
    SignInSecondFactorEnabled,
    SignInSecondFactorDisabled,
    SignInRecoveryCodesRenewed,
    SignInPasswordSet,
    SignInLinkRefused,
    SignInByPasskey,
    SignInPasskeyFailed,
    SignInPasskeyAdded,
    SignInPasskeyRemoved,

    OrganizationCreated,
    OrganizationRegulatorsEnsured,

    DivisionAdded,

    DeadlineLapseDraft,
    DeadlineCloseForwarding,
    DeadlineAlarmPublication,
    DeadlineLaunchPilots,
    DeadlineCallReport,
    DeadlineMarkMissing,
    DeadlineConcludePilots,
    DeadlineRemindSubmission,
    DeadlineRemindForwarding,
    DeadlineRemindReport,
    DeadlineRemindScoring,
    DeadlineStalled,

    BundleRequested,
    BundleBegun,
    BundleMade,
    BundleFailed,
    BundleCancelled,
    BundleExpired,
    BundleRetried,

    MailTestSent,
    MailTestFailed,

    JobCommanded,

    ClockApart,
    ClockTogether,

    FileUploaded,
    FileFound,
    FileSetAside,
    FileRemoved,
    FileCleanedUp,

    AuditChecked,
    AuditCheckFailed,
    AuditCertified,
    AuditSearchSaved,
    AuditSearchDeleted,

    PlanRead,
    ScoresRead,
    ReportRead,
    DocumentRead,

    DocumentTaken,
    ListTaken,
    TemplateTaken,
    FileTaken,
    BundleTaken,

    SettingsChanged,
    AuditSealed,
    AuditAnchored,

    SampleSeeded,
    DemoClockMoved,
}

/// <summary>What an act belongs to: the list of the audit trail is narrowed by it.</summary>
public enum ActGroup
{
    Application,
    Batch,
    ProvincialCall,
    ScoreSheet,
    Selection,
    Pilot,
    ProgressReport,
    Account,
    SignIn,
    Organization,
    Division,
    Deadline,
    Bundle,
    Mail,
    Job,
    Clock,
    File,
    Audit,
    Reading,
    Download,
    Settings,
    Demonstration,
}

/// <summary>What came of an act.</summary>
public enum ActOutcome
{
    Done,

    /// <summary>Somebody was not let.</summary>
    Refused,

    /// <summary>It could not be done.</summary>
    Failed,
}
