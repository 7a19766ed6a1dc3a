using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>What governments and regulators see of applications, pilots and reports.</summary>
internal sealed partial class PilotDbContext
{
    private void FilterForLocal(ModelBuilder b)
    {
        ShowOwnAccount(b);
        b.Entity<Organization>()
            .HasQueryFilter(o =>
                o.Id == Mine
                || (o.ProvinceCode == Province && o.Kind == OrganizationKind.ProvincialRegulator)
                || o.Kind == OrganizationKind.NationalRegulator
            );
        b.Entity<StoredFile>().HasQueryFilter(f => f.OrganizationId == Mine);
        b.Entity<RecordEvent>()
            .HasQueryFilter(e =>
                e.OwnerId == Mine && (e.Audience & Audience.Local) != Audience.None
            );
        b.Entity<Receipt>()
            .HasQueryFilter(r => r.OrganizationId == Mine || r.Kind == ReceiptKind.Announcement);
        b.Entity<Extension>()
            .HasQueryFilter(e =>
                e.Scope == ExtensionScope.Batch
                || e.OrganizationId == Mine
                || (e.Scope == ExtensionScope.Province && e.ProvinceCode == Province)
            );
        b.Entity<Application>().HasQueryFilter(a => a.OrganizationId == Mine);
        b.Entity<CommentHandling>()
            .HasQueryFilter(h => Applications.Any(a => a.Id == h.ApplicationId));
        // Nobody but its authors ever reads what a draft was.
        b.Entity<DraftSnapshot>().HasQueryFilter(s => s.OrganizationId == Mine);
        b.Entity<SealedCopy>().HasQueryFilter(s => s.OrganizationId == Mine);
        b.Entity<ProvincialCall>().HasQueryFilter(c => c.ProvinceCode == Province);
        b.Entity<Pilot>().HasQueryFilter(p => p.OrganizationId == Mine);
        b.Entity<ReportObligation>().HasQueryFilter(o => o.OrganizationId == Mine);
        FollowApplicationsAndPilots(b);
    }

    private void FilterForProvincial(ModelBuilder b)
    {
        ShowOwnAccount(b);
        b.Entity<Organization>()
            .HasQueryFilter(o =>
                o.ProvinceCode == Province || o.Kind == OrganizationKind.NationalRegulator
            );
        b.Entity<StoredFile>().HasQueryFilter(f => f.OrganizationId == Mine);
        b.Entity<RecordEvent>()
            .HasQueryFilter(e =>
                e.ProvinceCode == Province && (e.Audience & Audience.Provincial) != Audience.None
            );
        b.Entity<Receipt>()
            .HasQueryFilter(r =>
                r.ProvinceCode == Province
                || r.OrganizationId == Mine
                || r.Kind == ReceiptKind.Announcement
            );
        b.Entity<Extension>()
            .HasQueryFilter(e => e.Scope == ExtensionScope.Batch || e.ProvinceCode == Province);
        b.Entity<Application>()
            .HasQueryFilter(a => a.ProvinceCode == Province && a.VersionNumber > 0);
        FilterHandlingsForReaders(b);
        b.Entity<SealedCopy>()
            .HasQueryFilter(s =>
                // Of a plan that is still being written, nobody else sees that it was sealed.
                (
                    s.Subject == SealedSubject.Application
                    && PlanVersions.Any(v =>
                        v.ApplicationId == s.SubjectId && v.ContentSha256 == s.ContentSha256
                    )
                ) || (s.Subject == SealedSubject.ForwardingLetter && s.OrganizationId == Mine)
            );
        b.Entity<ProvincialCall>().HasQueryFilter(c => c.ProvinceCode == Province);
        b.Entity<ProvincialReview>().HasQueryFilter(r => r.ProvinceCode == Province);
        b.Entity<Pilot>().HasQueryFilter(p => p.ProvinceCode == Province);
        b.Entity<ReportObligation>().HasQueryFilter(o => o.ProvinceCode == Province);
        FollowApplicationsAndPilots(b);
    }

    private void FilterForNational(ModelBuilder b)
    {
        ShowOwnAccount(b);
        Show<Organization>(b);
        Show<Batch>(b);
        Show<ProvincialCall>(b);
        Show<Expert>(b);
        Show<ExpertPanel>(b);
        Show<PanelMember>(b);
        Show<ScoreSheet>(b);
        Show<Selection>(b);
        Show<Pilot>(b);
        Show<ReportObligation>(b);
        b.Entity<StoredFile>().HasQueryFilter(f => f.OrganizationId == Mine);
        // What happens to an application still with its province is the province's. A value, and not Any: beside an OR PostgreSQL
        // would read all applications for it, whereas the latest entries need a few of them by their key.
        b.Entity<RecordEvent>()
            .HasQueryFilter(e =>
                (e.Audience & Audience.National) != Audience.None
                && (
                    e.SubjectKind != SubjectKind.Application
                    || Applications.Where(a => a.Id == e.SubjectId).Max(a => a.ForwardedAt) != null
                )
            );
        b.Entity<Receipt>()
            .HasQueryFilter(r =>
                r.OrganizationId == Mine
                || (
                    r.Kind != ReceiptKind.AuditCertificate
                    && (
                        r.Kind != ReceiptKind.Application
                        || Applications.Any(a => a.Id == r.SubjectId)
                    )
                )
            );
        b.Entity<Extension>()
            .HasQueryFilter(e =>
                e.Scope != ExtensionScope.Application
                || Applications.Any(a => a.Id == e.ApplicationId)
            );
        b.Entity<Application>().HasQueryFilter(a => a.ForwardedAt != null);
        FilterHandlingsForReaders(b);
        b.Entity<SealedCopy>()
            .HasQueryFilter(s =>
                (
                    s.Subject == SealedSubject.Application
                    && PlanVersions.Any(v =>
                        v.ApplicationId == s.SubjectId && v.ContentSha256 == s.ContentSha256
                    )
                )
                || s.Subject == SealedSubject.ForwardingLetter
            );
        b.Entity<ProvincialReview>()
            .HasQueryFilter(r => Applications.Any(a => a.Id == r.ApplicationId));
        FollowApplicationsAndPilots(b);
    }

    // What a region ticks off belongs to its unsent draft until it submits again.
    private void FilterHandlingsForReaders(ModelBuilder b) =>
        b.Entity<CommentHandling>()
            .HasQueryFilter(h =>
                Applications.Any(a => a.Id == h.ApplicationId && a.VersionNumber > h.VersionNumber)
            );

    /// <summary>Rows that are seen with the application, pilot or report they belong to.</summary>
    private void FollowApplicationsAndPilots(ModelBuilder b)
    {
        b.Entity<PlanVersion>().HasQueryFilter(v => Applications.Any(a => a.Id == v.ApplicationId));
        b.Entity<PilotTask>().HasQueryFilter(t => Pilots.Any(p => p.Id == t.PilotId));
        b.Entity<ReportVersion>()
            .HasQueryFilter(v => ReportObligations.Any(o => o.Id == v.ObligationId));
        b.Entity<ReportFigure>()
            .HasQueryFilter(f => ReportObligations.Any(o => o.Id == f.ObligationId));
    }
}
