using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

internal sealed class ConsentMapping : IEntityTypeConfiguration<ConsentRequest>
{
    public void Configure(EntityTypeBuilder<ConsentRequest> builder)
    {
        builder.ToTable("ConsentRequests");
        builder.Property(r => r.UserName).HasMaxLength(ConsentRequest.NameMaxLength);
        builder.Property(r => r.DisplayName).HasTextLength(ConsentRequest.PersonMaxLength);
        builder.Property(r => r.Email).HasMaxLength(ConsentRequest.EmailMaxLength);
        builder.Property(r => r.Reason).HasTextLength(ConsentRequest.ReasonMaxLength);
        builder.Property(r => r.AskedBy).HasTextLength(ConsentRequest.PersonMaxLength);
        builder.Property(r => r.DecidedBy).HasTextLength(ConsentRequest.PersonMaxLength);
        builder.Property(r => r.Answer).HasTextLength(ConsentRequest.ReasonMaxLength);
        builder.HasIndex(r => new { r.Status, r.ExpiresAt });
        builder.HasIndex(r => new { r.AccountId, r.Status });
        builder.HasIndex(r => new { r.AskedAt, r.Id });
        builder
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(r => r.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(r => r.AskedById)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
