using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Bundles;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// Who sees which row, in one place. Local governments see their own; a province sees its own from submission on; SAMR sees
/// what was forwarded; an expert sees what is assigned and neither recused nor released; administrators see no business content; without
/// an actor nothing is visible.
/// </summary>
internal sealed partial class PilotDbContext
{
    private bool Known => tenancy.IsKnown;

    private bool All => tenancy.SeesAll;

    private bool IsSignIn => tenancy.IsSignIn;

    private bool IsPublic => tenancy.IsPublic;

    private bool IsLocal => tenancy.IsLocal;

    private bool IsProvincial => tenancy.IsProvincial;

    private bool IsNational => tenancy.IsNational;

    private bool IsExpert => tenancy.IsExpert;

    private bool IsSystemAdmin => tenancy.IsSystemAdmin;

    private bool IsSecurityAdmin => tenancy.IsSecurityAdmin;

    private bool IsAuditAdmin => tenancy.IsAuditAdmin;

    private Guid Me => tenancy.AccountId;

    private Guid Mine => tenancy.OrganizationId;

    private string Province => tenancy.ProvinceCode;

    private void ApplyFilters(ModelBuilder b)
    {
        FilterPlatform(b);
        FilterApplications(b);
        FilterAppraisals(b);
        FilterPilots(b);
    }

    private void FilterPlatform(ModelBuilder b)
    {
        b.Entity<Division>().HasQueryFilter(d => Known);
        b.Entity<Organization>()
            .HasQueryFilter(o =>
                All
                || IsNational
                || IsSystemAdmin
                || IsSecurityAdmin
                || o.Id == Mine
                || (IsProvincial && o.ProvinceCode == Province)
                || (
                    IsLocal
                    && o.ProvinceCode == Province
                    && o.Kind == OrganizationKind.ProvincialRegulator
                )
                || ((IsLocal || IsProvincial) && o.Kind == OrganizationKind.NationalRegulator)
                // Who applies stands on the cover of the plan that an expert reads.
                || (IsExpert && Applications.Any(a => a.OrganizationId == o.Id))
            );
        b.Entity<Account>()
            .HasQueryFilter(a =>
                All || IsSignIn || IsSystemAdmin || IsSecurityAdmin || (Known && a.Id == Me)
            );
        // Identity's own tables: its stores read them while somebody signs in, a security administrator resets them.
        b.Entity<IdentityUserClaim<Guid>>()
            .HasQueryFilter(c => All || IsSignIn || IsSecurityAdmin);
        b.Entity<IdentityUserLogin<Guid>>().HasQueryFilter(l => All || IsSignIn || IsSecurityAdmin);
        b.Entity<IdentityUserToken<Guid>>().HasQueryFilter(t => All || IsSignIn || IsSecurityAdmin);
        b.Entity<Notice>().HasQueryFilter(n => All || (Known && n.AccountId == Me));
        b.Entity<Bundle>().HasQueryFilter(x => All || (Known && x.AccountId == Me));
        b.Entity<StoredFile>().HasQueryFilter(f => All || (Known && f.OrganizationId == Mine));
        b.Entity<OutboxMessage>().HasQueryFilter(m => All || IsSystemAdmin);
        b.Entity<DueAction>().HasQueryFilter(a => All || IsSystemAdmin);
        b.Entity<AuditEntry>().HasQueryFilter(e => All || IsAuditAdmin);
        b.Entity<AuditHead>().HasQueryFilter(h => Known);
        b.Entity<ClockSetting>().HasQueryFilter(s => All);
        b.Entity<RecordEvent>()
            .HasQueryFilter(e =>
                All
                || (IsLocal && e.OwnerId == Mine && (e.Audience & Audience.Local) != Audience.None)
                || (
                    IsProvincial
                    && e.ProvinceCode == Province
                    && (e.Audience & Audience.Provincial) != Audience.None
                )
                || (
                    IsNational
                    && (e.Audience & Audience.National) != Audience.None
                    // What happens to an application still with its province is the province's.
                    && (
                        !e.Act.StartsWith("Application.")
                        || Applications.Any(a => a.Id == e.SubjectId)
                    )
                )
            );
        b.Entity<Receipt>()
            .HasQueryFilter(r =>
                All
                || (
                    IsNational
                    && r.Kind != ReceiptKind.AuditCertificate
                    && (
                        r.Kind != ReceiptKind.Application
                        || Applications.Any(a => a.Id == r.SubjectId)
                    )
                )
                || IsPublic
                || (IsAuditAdmin && r.Kind == ReceiptKind.AuditCertificate)
                || ((IsLocal || IsProvincial) && r.Kind == ReceiptKind.Announcement)
                || (Known && r.OrganizationId == Mine)
                || (IsProvincial && r.ProvinceCode == Province)
            );
    }

    private void FilterApplications(ModelBuilder b)
    {
        b.Entity<Batch>()
            .HasQueryFilter(x => All || IsNational || (Known && x.Stage != BatchStage.Preparing));
        b.Entity<Extension>()
            .HasQueryFilter(e =>
                All
                || (
                    IsNational
                    && (
                        e.Scope != ExtensionScope.Application
                        || Applications.Any(a => a.Id == e.ApplicationId)
                    )
                )
                || (Known && e.Scope == ExtensionScope.Batch)
                || (IsProvincial && e.ProvinceCode == Province)
                || (IsLocal && e.OrganizationId == Mine)
                || (IsLocal && e.Scope == ExtensionScope.Province && e.ProvinceCode == Province)
            );
        b.Entity<Application>()
            .HasQueryFilter(a =>
                All
                || (IsLocal && a.OrganizationId == Mine)
                || (IsProvincial && a.ProvinceCode == Province && a.VersionNumber > 0)
                || (IsNational && a.ForwardedAt != null)
                || (IsPublic && a.AnnouncedAt != null && a.Status == ApplicationStatus.Selected)
                || (
                    IsExpert
                    && ScoreSheets.Any(s =>
                        s.ApplicationId == a.Id
                        && s.ExpertId == Me
                        && ScoreSheetLifecycle.Held.Contains(s.Status)
                    )
                )
            );
        // The plan opens to an expert only after the expert declared no conflict.
        b.Entity<PlanVersion>()
            .HasQueryFilter(v =>
                All
                || (
                    (IsLocal || IsProvincial || IsNational)
                    && Applications.Any(a => a.Id == v.ApplicationId)
                )
                || (
                    IsExpert
                    && ScoreSheets.Any(s =>
                        s.ApplicationId == v.ApplicationId
                        && s.ExpertId == Me
                        && (
                            s.Status == ScoreSheetStatus.Accepted
                            || s.Status == ScoreSheetStatus.Submitted
                        )
                    )
                )
            );
        // What a region ticks off belongs to its unsent draft until it submits again.
        b.Entity<CommentHandling>()
            .HasQueryFilter(h =>
                All
                || (IsLocal && Applications.Any(a => a.Id == h.ApplicationId))
                || (
                    (IsProvincial || IsNational)
                    && Applications.Any(a =>
                        a.Id == h.ApplicationId && a.VersionNumber > h.VersionNumber
                    )
                )
            );
        // Of a plan that is still being written, nobody else sees that it was sealed.
        b.Entity<SealedCopy>()
            .HasQueryFilter(s =>
                All
                || (IsLocal && s.OrganizationId == Mine)
                || (
                    (IsProvincial || IsNational)
                    && s.Subject == SealedSubject.Application
                    && PlanVersions.Any(v =>
                        v.ApplicationId == s.SubjectId && v.ContentSha256 == s.ContentSha256
                    )
                )
                || (
                    s.Subject == SealedSubject.ForwardingLetter
                    && (IsNational || (IsProvincial && s.OrganizationId == Mine))
                )
            );
        b.Entity<ProvincialCall>()
            .HasQueryFilter(c =>
                All || IsNational || ((IsLocal || IsProvincial) && c.ProvinceCode == Province)
            );
        b.Entity<ProvincialReview>()
            .HasQueryFilter(r =>
                All
                || (IsProvincial && r.ProvinceCode == Province)
                || (IsNational && Applications.Any(a => a.Id == r.ApplicationId))
            );
    }

    private void FilterAppraisals(ModelBuilder b)
    {
        b.Entity<Expert>()
            .HasQueryFilter(e => All || IsNational || IsSystemAdmin || (IsExpert && e.Id == Me));
        b.Entity<ExpertPanel>()
            .HasQueryFilter(p =>
                All || IsNational || (IsExpert && p.Members.Any(m => m.ExpertId == Me))
            );
        b.Entity<PanelMember>()
            .HasQueryFilter(m => All || IsNational || (IsExpert && m.ExpertId == Me));
        b.Entity<ScoreSheet>()
            .HasQueryFilter(s => All || IsNational || (IsExpert && s.ExpertId == Me));
        b.Entity<Selection>().HasQueryFilter(s => All || IsNational);
        b.Entity<Announcement>().HasQueryFilter(a => Known);
    }

    private void FilterPilots(ModelBuilder b)
    {
        b.Entity<Pilot>()
            .HasQueryFilter(p =>
                All
                || IsNational
                || (IsLocal && p.OrganizationId == Mine)
                || (IsProvincial && p.ProvinceCode == Province)
            );
        b.Entity<PilotTask>()
            .HasQueryFilter(t =>
                All
                || ((IsLocal || IsProvincial || IsNational) && Pilots.Any(p => p.Id == t.PilotId))
            );
        b.Entity<ReportObligation>()
            .HasQueryFilter(o =>
                All
                || IsNational
                || (IsLocal && o.OrganizationId == Mine)
                || (IsProvincial && o.ProvinceCode == Province)
            );
        b.Entity<ReportVersion>()
            .HasQueryFilter(v =>
                All
                || (
                    (IsLocal || IsProvincial || IsNational)
                    && ReportObligations.Any(o => o.Id == v.ObligationId)
                )
            );
        b.Entity<ReportFigure>()
            .HasQueryFilter(f =>
                All
                || (
                    (IsLocal || IsProvincial || IsNational)
                    && ReportObligations.Any(o => o.Id == f.ObligationId)
                )
            );
    }
}
