using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Files;

internal sealed class FileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable(
            "StoredFiles",
            t => t.HasCheckConstraint("CK_StoredFiles_Bytes", "\"Bytes\" > 0")
        );
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Sha256).AsSha256();
        builder.HasIndex(f => new { f.OrganizationId, f.Sha256 }).IsUnique();
        builder
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(f => f.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
