using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

internal sealed class ProvincialReviewMapping
    : IEntityTypeConfiguration<ProvincialCall>,
        IEntityTypeConfiguration<ProvincialReview>
{
    public void Configure(EntityTypeBuilder<ProvincialCall> builder)
    {
        builder.ToTable(
            "ProvincialCalls",
            t =>
                t.HasCheckConstraint(
                    "CK_ProvincialCalls_Letter",
                    "(\"ForwardedAt\" IS NULL AND \"LetterNumber\" IS NULL) OR (\"ForwardedAt\" IS NOT NULL AND \"LetterNumber\" IS NOT NULL AND \"ForwardedCount\" > 0)"
                )
        );
        builder.HasIndex(c => new { c.BatchId, c.ProvinceCode }).IsUnique();
        builder.Property(c => c.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(c => c.LetterNumber).HasTextLength(ProvincialCall.LetterNumberMaxLength);
        builder
            .HasOne<Batch>()
            .WithMany()
            .HasForeignKey(c => c.BatchId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(c => c.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProvincialReview> builder)
    {
        builder.ToTable("ProvincialReviews");
        builder.HasIndex(r => new { r.ApplicationId, r.VersionNumber }).IsUnique();
        builder.Property(r => r.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(r => r.Opinion).HasTextLength(ProvincialReview.OpinionMaxLength);
        builder.Property(r => r.SavedBy).HasTextLength(PlanVersion.PersonMaxLength);
        builder
            .HasOne<Application>()
            .WithMany()
            .HasForeignKey(r => r.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
