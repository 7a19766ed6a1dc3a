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
        builder.HasIndex(o => new
        {
            o.BatchId,
            o.Ordinal,
            o.ProvinceCode,
        });
        builder.Property(o => o.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(o => o.RegionName).HasMaxLength(Division.NameMaxLength);
        builder.Property(o => o.SavedBy).HasMaxLength(PlanVersion.PersonMaxLength);
        builder.Property(o => o.NationalNote).HasMaxLength(ReportObligation.NoteMaxLength);
        builder.Property(o => o.ProvincialNote).HasMaxLength(ReportObligation.NoteMaxLength);
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
        builder.Property(v => v.FiledBy).HasMaxLength(PlanVersion.PersonMaxLength);
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
