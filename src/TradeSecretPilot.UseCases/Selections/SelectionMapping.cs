using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Selections;

internal sealed class SelectionMapping
    : IEntityTypeConfiguration<Selection>,
        IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Selection> builder)
    {
        builder.ToTable(
            "Selections",
            t =>
                t.HasCheckConstraint(
                    "CK_Selections_Decided",
                    "\"Status\" <> 'Decided' OR (\"DecidedAt\" IS NOT NULL AND \"DecidedBy\" IS NOT NULL AND \"DecisionNumber\" IS NOT NULL)"
                )
        );
        builder.HasIndex(s => s.BatchId).IsUnique();
        builder.Property(s => s.ProposedBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder.Property(s => s.DecidedBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder.Property(s => s.DecisionNumber).HasTextLength(Selection.DecisionNumberMaxLength);
        builder
            .HasOne<Batch>()
            .WithMany()
            .HasForeignKey(s => s.BatchId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable(
            "Announcements",
            t =>
                t.HasCheckConstraint(
                    "CK_Announcements_Late",
                    "\"LateReason\" IS NULL OR \"LateReason\" <> ''"
                )
        );
        builder.HasIndex(a => a.BatchId).IsUnique();
        builder.HasIndex(a => a.DocumentNumber).IsUnique();
        builder.Property(a => a.DocumentNumber).HasTextLength(Announcement.DocumentNumberMaxLength);
        builder.Property(a => a.LateReason).HasTextLength(Announcement.ReasonMaxLength);
        builder.Property(a => a.PublishedBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder
            .HasOne<Batch>()
            .WithMany()
            .HasForeignKey(a => a.BatchId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
