using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.SealedCopies;

internal sealed class SealedCopyMapping : IEntityTypeConfiguration<SealedCopy>
{
    public void Configure(EntityTypeBuilder<SealedCopy> builder)
    {
        builder.ToTable(
            "SealedCopies",
            t => t.HasCheckConstraint("CK_SealedCopies_Bytes", "\"Bytes\" > 0")
        );
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.ContentSha256).AsSha256();
        builder.Property(s => s.FileSha256).AsSha256();
        builder.Property(s => s.FileName).HasTextLength(Attachment.FileNameMaxLength);
        builder.Property(s => s.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(s => s.UploadedBy).HasTextLength(PlanVersion.PersonMaxLength);
        // The same scan is kept once for a text, however often the button is pressed.
        builder
            .HasIndex(s => new
            {
                s.SubjectId,
                s.ContentSha256,
                s.FileSha256,
            })
            .IsUnique();
        builder
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(s => s.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
