using System.Collections.Frozen;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>What an act asks for. An account's role holds a fixed set.</summary>
public enum Permission
{
    /// <summary>Read what was published; held by everyone, the anonymous public included.</summary>
    ViewPublic,

    /// <summary>Own inbox, notices and account.</summary>
    UsePortal,

    /// <summary>Read applications within the own remit.</summary>
    ViewApplications,

    /// <summary>Begin and write the own application.</summary>
    EditApplication,

    /// <summary>Submit or withdraw in the government's name.</summary>
    SubmitApplication,

    /// <summary>Upload files to the own application and report.</summary>
    UploadFiles,

    /// <summary>Send the pieces of a file; what it is for asks for a permission of its own.</summary>
    SendFiles,

    /// <summary>Preliminary review: checklist, opinion, return, recommend, rank.</summary>
    ReviewApplications,

    /// <summary>Decline, own deadline, extensions, the forwarding letter.</summary>
    DecideForProvince,

    /// <summary>Read reviews and forwarding letters within the own remit.</summary>
    ViewLetters,

    /// <summary>Forwarding progress by province, in counts.</summary>
    ViewForwarding,

    /// <summary>Set up batches and open them.</summary>
    ManageBatches,

    /// <summary>Seats, extensions for a province or all.</summary>
    AmendBatches,

    /// <summary>Panel, assignment, appraisal board, conclusion.</summary>
    OrganizeAppraisal,

    /// <summary>Recuse from, read and score assigned plans.</summary>
    ScorePlans,

    /// <summary>Read score sheets: experts their own, the working group those submitted.</summary>
    ViewScoreSheets,

    /// <summary>Draft and propose the selection.</summary>
    DraftSelection,

    /// <summary>Decide the selection and publish it.</summary>
    DecideSelection,

    /// <summary>Read pilots and reports within the own remit.</summary>
    ViewPilots,

    /// <summary>Write the own progress report.</summary>
    EditReports,

    /// <summary>File the progress report.</summary>
    FileReports,

    /// <summary>Acknowledge a report or ask for a supplement, as addressee.</summary>
    AnswerReports,

    /// <summary>The summary of a half-year over all pilots of the own remit.</summary>
    ViewReportingSummary,

    /// <summary>Organisations, accounts and experts' accounts.</summary>
    ManageAccounts,

    /// <summary>Consent to what another administrator asks for on a privileged account.</summary>
    ConsentToAccounts,

    /// <summary>Due actions, mail outbox, health.</summary>
    ViewOperations,

    /// <summary>Try out what the portal depends on: send a test mail.</summary>
    ManageOperations,

    /// <summary>Run, repeat and delete background jobs by hand.</summary>
    ManageJobs,

    /// <summary>Lock and unlock accounts, reset second factors.</summary>
    ManageSecurity,

    /// <summary>Read and verify the audit trail.</summary>
    ReadAudit,

    /// <summary>What only the portal itself does: the sweep, the outbox, the demonstration.</summary>
    Operate,
}

/// <summary>The whole role → permission table.</summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> ByRole = new Dictionary<
        Role,
        Permission[]
    >
    {
        [Role.Drafter] =
        [
            Permission.ViewApplications,
            Permission.EditApplication,
            Permission.UploadFiles,
            Permission.SendFiles,
            Permission.ViewPilots,
            Permission.EditReports,
        ],
        [Role.LocalApprover] =
        [
            Permission.ViewApplications,
            Permission.EditApplication,
            Permission.UploadFiles,
            Permission.SendFiles,
            Permission.SubmitApplication,
            Permission.ViewPilots,
            Permission.EditReports,
            Permission.FileReports,
        ],
        [Role.ProvincialReviewer] =
        [
            Permission.ViewApplications,
            Permission.ReviewApplications,
            Permission.SendFiles,
            Permission.ViewLetters,
            Permission.ViewPilots,
            Permission.AnswerReports,
            Permission.ViewReportingSummary,
        ],
        [Role.ProvincialApprover] =
        [
            Permission.ViewApplications,
            Permission.ReviewApplications,
            Permission.SendFiles,
            Permission.DecideForProvince,
            Permission.ViewLetters,
            Permission.ViewPilots,
            Permission.AnswerReports,
            Permission.ViewReportingSummary,
        ],
        [Role.WorkingGroup] =
        [
            Permission.ViewApplications,
            Permission.ViewForwarding,
            Permission.ViewLetters,
            Permission.ManageBatches,
            Permission.OrganizeAppraisal,
            Permission.ViewScoreSheets,
            Permission.DraftSelection,
            Permission.ViewPilots,
            Permission.AnswerReports,
            Permission.ViewReportingSummary,
        ],
        [Role.WorkingGroupLead] =
        [
            Permission.ViewApplications,
            Permission.ViewForwarding,
            Permission.ViewLetters,
            Permission.ManageBatches,
            Permission.AmendBatches,
            Permission.OrganizeAppraisal,
            Permission.ViewScoreSheets,
            Permission.DraftSelection,
            Permission.DecideSelection,
            Permission.ViewPilots,
            Permission.AnswerReports,
            Permission.ViewReportingSummary,
        ],
        [Role.Expert] = [Permission.ScorePlans, Permission.ViewScoreSheets],
        [Role.SystemAdmin] =
        [
            Permission.ManageAccounts,
            Permission.ConsentToAccounts,
            Permission.ViewOperations,
            Permission.ManageOperations,
            Permission.ManageJobs,
        ],
        [Role.SecurityAdmin] = [Permission.ManageSecurity, Permission.ConsentToAccounts],
        [Role.AuditAdmin] = [Permission.ReadAudit],
    }.ToFrozenDictionary(
        r => r.Key,
        r => r.Value.Append(Permission.ViewPublic).Append(Permission.UsePortal).ToFrozenSet()
    );

    public static IReadOnlySet<Permission> Of(Role role) => ByRole[role];

    public static bool Holds(this Role role, Permission permission) =>
        ByRole[role].Contains(permission);
}
