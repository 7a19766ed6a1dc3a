using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// The database as one actor sees it. Opened by <see cref="PilotSessions"/> only; the filters stand in
/// PilotDbContext.Filters.cs.
/// </summary>
internal sealed partial class PilotDbContext(
    DbContextOptions<PilotDbContext> options,
    Tenancy tenancy
) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>The use case that the context was opened for; null outside one.</summary>
    public string? UseCase { get; init; }

    public DbSet<Division> Divisions => Set<Division>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<MailChange> MailChanges => Set<MailChange>();

    public DbSet<ConsentRequest> ConsentRequests => Set<ConsentRequest>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<CommentHandling> CommentHandlings => Set<CommentHandling>();

    public DbSet<ProvincialCall> ProvincialCalls => Set<ProvincialCall>();

    public DbSet<ProvincialReview> ProvincialReviews => Set<ProvincialReview>();

    public DbSet<Expert> Experts => Set<Expert>();

    public DbSet<ExpertPanel> ExpertPanels => Set<ExpertPanel>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<Selection> Selections => Set<Selection>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Pilot> Pilots => Set<Pilot>();

    public DbSet<PilotTask> PilotTasks => Set<PilotTask>();

    public DbSet<ReportObligation> ReportObligations => Set<ReportObligation>();

    public DbSet<ReportVersion> ReportVersions => Set<ReportVersion>();

    public DbSet<ReportFigure> ReportFigures => Set<ReportFigure>();

    public DbSet<DraftSnapshot> DraftSnapshots => Set<DraftSnapshot>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<SealedCopy> SealedCopies => Set<SealedCopy>();

    public DbSet<RecordEvent> RecordEvents => Set<RecordEvent>();

    public DbSet<DueAction> DueActions => Set<DueAction>();

    public DbSet<DueStall> DueStalls => Set<DueStall>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<WaitingEntry> WaitingEntries => Set<WaitingEntry>();

    public DbSet<AuditAnchor> AuditAnchors => Set<AuditAnchor>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<AuditCheck> AuditChecks => Set<AuditCheck>();

    public DbSet<Bundle> Bundles => Set<Bundle>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<ClockSetting> ClockSettings => Set<ClockSetting>();

    public DbSet<CacheEntry> CacheEntries => Set<CacheEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        NameColumns.Fill(ChangeTracker);
        await EndedSessions.EndAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder
            .Properties<Enum>()
            .HaveConversion<string>()
            .HaveMaxLength(Columns.EnumMaxLength);
        configurationBuilder.Properties<Audience>().HaveConversion<int>();
        Columns.AddDocuments(configurationBuilder);
        if (Database.IsSqlite())
        {
            configurationBuilder
                .Properties<DateTimeOffset>()
                .HaveConversion<SortableInstantConverter>();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // First: the tables put them into indexes.
        NameColumns.ApplyTo(builder, Database.IsSqlite(), Database.IsNpgsql());
        builder.ApplyConfigurationsFromAssembly(typeof(PilotDbContext).Assembly);
        Columns.ApplyTo(builder);
        Columns.BoundIdentityKeys(builder);
        ApplyFilters(builder);
    }
}
