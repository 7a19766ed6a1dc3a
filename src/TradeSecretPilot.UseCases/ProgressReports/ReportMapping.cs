using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.ProgressReports;

internal sealed class ReportMapping
    : IEntityTypeConfiguration<ReportObligation>,
        IEntityTypeConfiguration<ReportVersion>,
        IEntityTypeConfiguration<ReportFigure>
{
    public void Configure(EntityTypeBuilder<ReportObligation> builder)
    {
        builder.ToTable(
            "ReportObligations",
            t =>
            {
                t.HasCheckConstraint("CK_ReportObligations_Ordinal", "\"Ordinal\" >= 1");
                t.HasCheckConstraint(
                    "CK_ReportObligations_Filed",
                    "(\"VersionNumber\" = 0 AND \"FiledAt\" IS NULL) OR (\"VersionNumber\" > 0 AND \"FiledAt\" IS NOT NULL)"
                );
                t.HasCheckConstraint(
                    "CK_ReportObligations_Answered",
                    "\"Status\" NOT IN ('Filed', 'Supplement', 'Acknowledged') OR \"FiledAt\" IS NOT NULL"
                );
            }
        );
        builder.HasIndex(o => new { o.PilotId, o.Ordinal }).IsUnique();
        builder.HasIndex(o => new { o.Status, o.DueAt });
        builder.HasIndex(o => new { o.OrganizationId, o.DueAt });
        builder.HasIndex(
            nameof(ReportObligation.DueAt),
            nameof(ReportObligation.ProvinceCode),
            NameColumns.SortKey,
            nameof(ReportObligation.Id)
        );
        builder.HasIndex(
            nameof(ReportObligation.ProvinceCode),
            nameof(ReportObligation.DueAt),
            NameColumns.SortKey,
            nameof(ReportObligation.Id)
        );
        builder.HasIndex(o => new { o.National, o.LastFiledAt });
        builder.HasIndex(o => new
        {
            o.ProvinceCode,
            o.Provincial,
            o.LastFiledAt,
        });
        builder.HasIndex(o => new
        {
            o.BatchId,
            o.Ordinal,
            o.ProvinceCode,
        });
        builder.Property(o => o.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(o => o.RegionName).HasTextLength(Division.NameMaxLength);
        builder.Property(o => o.SavedBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder.Property(o => o.NationalNote).HasTextLength(ReportObligation.NoteMaxLength);
        builder.Property(o => o.ProvincialNote).HasTextLength(ReportObligation.NoteMaxLength);
        builder
            .HasOne<Pilot>()
            .WithMany()
            .HasForeignKey(o => o.PilotId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("ReportVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasIndex(v => new { v.ObligationId, v.Number }).IsUnique();
        builder.Property(v => v.ContentSha256).AsSha256();
        builder.Property(v => v.FiledBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder
            .HasOne<ReportObligation>()
            .WithMany()
            .HasForeignKey(v => v.ObligationId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReportFigure> builder)
    {
        builder.ToTable(
            "ReportFigures",
            t =>
                t.HasCheckConstraint(
                    "CK_ReportFigures_Values",
                    "\"PeriodHundredths\" >= 0 AND \"CumulativeHundredths\" >= 0"
                )
        );
        builder.HasKey(f => new { f.ObligationId, f.IndicatorCode });
        builder
            .Property(f => f.IndicatorCode)
            .HasMaxLength(Indicators.CodeMaxLength)
            .IsUnicode(false);
        builder
            .HasOne<ReportObligation>()
            .WithMany()
            .HasForeignKey(f => f.ObligationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
