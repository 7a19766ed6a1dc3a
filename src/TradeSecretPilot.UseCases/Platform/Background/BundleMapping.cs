using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Platform.Background;

internal sealed class BundleMapping : IEntityTypeConfiguration<Bundle>
{
    public void Configure(EntityTypeBuilder<Bundle> builder)
    {
        builder.ToTable(
            "Bundles",
            t =>
            {
                t.HasCheckConstraint(
                    "CK_Bundles_Progress",
                    "\"Done\" >= \"Refused\" AND \"Refused\" >= 0"
                );
                t.HasCheckConstraint(
                    "CK_Bundles_Failed",
                    "\"Failure\" IS NULL OR \"Status\" = 'Failed'"
                );
                t.HasCheckConstraint(
                    "CK_Bundles_Ready",
                    "\"Status\" <> 'Ready' OR (\"FinishedAt\" IS NOT NULL AND \"KeptUntil\" IS NOT NULL)"
                );
            }
        );
        builder.Property(b => b.Title).HasMaxLength(Bundle.TitleMaxLength);
        builder.HasIndex(b => new { b.AccountId, b.RequestedAt });
        builder.HasIndex(b => new { b.Status, b.RequestedAt });
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(b => b.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
