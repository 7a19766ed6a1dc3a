using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Applications;

internal sealed class ApplicationMapping
    : IEntityTypeConfiguration<Application>,
        IEntityTypeConfiguration<PlanVersion>,
        IEntityTypeConfiguration<CommentHandling>,
        IEntityTypeConfiguration<Receipt>
{
    /// <summary>Six names of at most 25 letters, as JSON.</summary>
    private const int TaskAreasMaxLength = 200;

    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable(
            "Applications",
            t =>
            {
                t.HasCheckConstraint("CK_Applications_Rank", "\"Rank\" IS NULL OR \"Rank\" >= 1");
                t.HasCheckConstraint(
                    "CK_Applications_Mean",
                    "\"MeanHundredths\" IS NULL OR (\"MeanHundredths\" >= 0 AND \"MeanHundredths\" <= 10000)"
                );
                t.HasCheckConstraint(
                    "CK_Applications_Submitted",
                    "(\"VersionNumber\" = 0 AND \"SubmittedAt\" IS NULL) OR (\"VersionNumber\" > 0 AND \"SubmittedAt\" IS NOT NULL)"
                );
                t.HasCheckConstraint(
                    "CK_Applications_Forwarded",
                    "\"Status\" NOT IN ('Forwarded', 'Appraised', 'Selected', 'NotSelected') OR (\"ForwardedAt\" IS NOT NULL AND \"Rank\" IS NOT NULL)"
                );
            }
        );
        builder.HasIndex(a => new { a.BatchId, a.OrganizationId }).IsUnique();
        builder.HasIndex(a => new
        {
            a.BatchId,
            a.ProvinceCode,
            a.Status,
        });
        builder.HasIndex(a => a.Number).IsUnique();
        builder
            .Property<int>(ApplicationOrder.Urgency)
            .HasComputedColumnSql(ApplicationOrder.UrgencySql, stored: true);
        builder
            .Property<DateTimeOffset>(ApplicationOrder.MovedAt)
            .HasComputedColumnSql(ApplicationOrder.MovedAtSql, stored: true);
        builder
            .Property<int>(ApplicationOrder.RankOrLast)
            .HasComputedColumnSql(ApplicationOrder.RankOrLastSql, stored: true);
        // One for each order of the list, within the batch.
        builder.HasIndex(
            nameof(Application.BatchId),
            ApplicationOrder.Urgency,
            ApplicationOrder.MovedAt,
            nameof(Application.Number)
        );
        builder.HasIndex(
            nameof(Application.BatchId),
            ApplicationOrder.MovedAt,
            nameof(Application.Number)
        );
        builder.HasIndex(
            nameof(Application.BatchId),
            nameof(Application.ProvinceCode),
            nameof(Application.Number)
        );
        builder.HasIndex(
            nameof(Application.BatchId),
            nameof(Application.ProvinceCode),
            ApplicationOrder.RankOrLast,
            nameof(Application.Number)
        );
        builder.HasIndex(a => new
        {
            a.BatchId,
            a.AppraisalRank,
            a.Number,
        });
        builder.Property(a => a.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(a => a.RegionName).HasTextLength(Division.NameMaxLength);
        builder.Property(a => a.Number).HasMaxLength(Application.NumberMaxLength);
        builder.Property(a => a.Reason).HasTextLength(Application.ReasonMaxLength);
        builder.Property(a => a.PlanSavedBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder
            .HasOne<Batch>()
            .WithMany()
            .HasForeignKey(a => a.BatchId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(a => a.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("PlanVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.ApplicationId, v.Number }).IsUnique();
        builder.Property(v => v.ContentSha256).AsSha256();
        builder.Property(v => v.SubmittedBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder.Property(v => v.TaskAreas).HasMaxLength(TaskAreasMaxLength);
        builder
            .HasOne<Application>()
            .WithMany()
            .HasForeignKey(v => v.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CommentHandling> builder)
    {
        builder.ToTable(
            "CommentHandlings",
            t =>
            {
                t.HasCheckConstraint("CK_CommentHandlings_Number", "\"Number\" >= 1");
                t.HasCheckConstraint(
                    "CK_CommentHandlings_Mark",
                    "(\"HandledBy\" IS NULL AND \"HandledAt\" IS NULL) OR (\"HandledBy\" IS NOT NULL AND \"HandledAt\" IS NOT NULL)"
                );
            }
        );
        builder
            .HasIndex(h => new
            {
                h.ApplicationId,
                h.VersionNumber,
                h.Number,
            })
            .IsUnique();
        builder.Property(h => h.HandledBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder
            .HasOne<Application>()
            .WithMany()
            .HasForeignKey(h => h.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(Receipt.NumberMaxLength).IsUnicode(false);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.SubjectId, r.VersionNumber }).IsUnique();
        builder.Property(r => r.ContentSha256).AsSha256();
        builder.Property(r => r.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(r => r.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
