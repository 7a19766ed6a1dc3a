using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Appraisals;

internal sealed class AppraisalMapping
    : IEntityTypeConfiguration<Expert>,
        IEntityTypeConfiguration<ExpertPanel>,
        IEntityTypeConfiguration<PanelMember>,
        IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.ToTable("Experts");
        builder.Property(e => e.Name).HasTextLength(Expert.NameMaxLength);
        builder.HasIndex(NameColumns.SortKey, nameof(Expert.Id));
        builder.Property(e => e.Unit).HasTextLength(Expert.UnitMaxLength);
        builder.Property(e => e.Specialty).HasTextLength(Expert.SpecialtyMaxLength);
        builder.Property(e => e.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder
            .HasOne<Account>()
            .WithOne()
            .HasForeignKey<Expert>(e => e.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ExpertPanel> builder)
    {
        builder.ToTable("ExpertPanels");
        builder.HasIndex(p => p.BatchId).IsUnique();
        builder
            .HasOne<Batch>()
            .WithMany()
            .HasForeignKey(p => p.BatchId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(p => p.Members)
            .WithOne()
            .HasForeignKey(m => m.PanelId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(p => p.Members).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<PanelMember> builder)
    {
        builder.ToTable("PanelMembers");
        builder.HasKey(m => new { m.PanelId, m.ExpertId });
        builder
            .HasOne<Expert>()
            .WithMany()
            .HasForeignKey(m => m.ExpertId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable(
            "ScoreSheets",
            t =>
            {
                t.HasCheckConstraint(
                    "CK_ScoreSheets_Total",
                    "\"TotalHundredths\" IS NULL OR (\"TotalHundredths\" >= 0 AND \"TotalHundredths\" <= 10000)"
                );
                t.HasCheckConstraint(
                    "CK_ScoreSheets_Submitted",
                    "\"Status\" <> 'Submitted' OR (\"SubmittedAt\" IS NOT NULL AND \"TotalHundredths\" IS NOT NULL)"
                );
                t.HasCheckConstraint(
                    "CK_ScoreSheets_Recused",
                    "\"Status\" <> 'Recused' OR (\"RecusalReason\" IS NOT NULL AND \"TotalHundredths\" IS NULL)"
                );
                t.HasCheckConstraint(
                    "CK_ScoreSheets_Released",
                    "\"Status\" <> 'Released' OR (\"ReleaseReason\" IS NOT NULL AND \"TotalHundredths\" IS NULL)"
                );
            }
        );
        builder.HasIndex(s => new { s.ApplicationId, s.ExpertId }).IsUnique();
        builder.HasIndex(s => new { s.ExpertId, s.Status });
        builder.HasIndex(s => new { s.BatchId, s.Status });
        builder.Property(s => s.Comment).HasTextLength(ScoreSheet.CommentMaxLength);
        builder.Property(s => s.RecusalReason).HasTextLength(ScoreSheet.ReasonMaxLength);
        builder.Property(s => s.ReleaseReason).HasTextLength(ScoreSheet.ReasonMaxLength);
        builder
            .HasOne<Batch>()
            .WithMany()
            .HasForeignKey(s => s.BatchId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Application>()
            .WithMany()
            .HasForeignKey(s => s.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Expert>()
            .WithMany()
            .HasForeignKey(s => s.ExpertId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
