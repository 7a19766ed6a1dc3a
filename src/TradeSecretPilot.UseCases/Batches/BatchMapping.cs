using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Batches;

internal sealed class BatchMapping
    : IEntityTypeConfiguration<Batch>,
        IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.ToTable(
            "Batches",
            t =>
            {
                t.HasCheckConstraint(
                    "CK_Batches_Seats",
                    "\"MinSeats\" >= 1 AND \"MaxSeats\" >= \"MinSeats\""
                );
                t.HasCheckConstraint("CK_Batches_SheetsPerPlan", "\"SheetsPerPlan\" >= 1");
                t.HasCheckConstraint("CK_Batches_MaxPerProvince", "\"MaxPerProvince\" >= 1");
                t.HasCheckConstraint(
                    "CK_Batches_Deadlines",
                    "\"OpensAt\" < \"ForwardingDeadline\" AND \"ForwardingDeadline\" < \"PublishBy\" AND \"PilotStartsOn\" < \"PilotEndsOn\""
                );
                t.HasCheckConstraint(
                    "CK_Batches_Extension",
                    "\"ForwardingExtendedTo\" IS NULL OR \"ForwardingExtendedTo\" > \"ForwardingDeadline\""
                );
            }
        );
        // What batches had before these settings were.
        builder.Property(b => b.EligibleClasses).HasDefaultValueSql("'[]'");
        builder.Property(b => b.IncludedDivisions).HasDefaultValueSql("'[]'");
        builder.Property(b => b.ExcludedDivisions).HasDefaultValueSql("'[]'");
        builder.Property(b => b.PilotsMayApply).HasDefaultValue(false);
        builder.Ignore(b => b.Eligibility);
        builder.HasIndex(b => b.Number).IsUnique();
        builder.Property(b => b.NameZh).HasTextLength(Batch.NameMaxLength);
        builder.Property(b => b.NameEn).HasTextLength(Batch.NameMaxLength);
        builder.Property(b => b.SeatsReason).HasTextLength(Batch.ReasonMaxLength);
    }

    public void Configure(EntityTypeBuilder<Extension> builder)
    {
        builder.ToTable(
            "Extensions",
            t => t.HasCheckConstraint("CK_Extensions_Later", "\"Until\" > \"From\"")
        );
        builder.Property(e => e.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder
            .Property(e => e.Reason)
            .HasTextLength(Domain.Applications.Application.ReasonMaxLength);
        builder
            .HasOne<Batch>()
            .WithMany()
            .HasForeignKey(e => e.BatchId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Domain.Applications.Application>()
            .WithMany()
            .HasForeignKey(e => e.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.BatchId, e.Scope });
        builder.HasIndex(e => new { e.BatchId, e.GrantedAt });
    }
}
