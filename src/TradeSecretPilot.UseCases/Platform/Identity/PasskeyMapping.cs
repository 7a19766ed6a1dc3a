using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TradeSecretPilot.UseCases.Platform.Identity;

/// <summary>What the portal takes of passkeys.</summary>
public static class PasskeyLimits
{
    /// <summary>Bytes. Authenticators use 16 to 255, Web Authentication allows 1023, and SQL Server has keys of 900.</summary>
    public const int IdMaxLength = 800;
}

/// <summary>
/// 通行密钥: the table of Identity's schema 3, by itself. The rest of that schema makes the columns of the others narrower, which
/// the portal has done in its own way.
/// </summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("AccountPasskeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(PasskeyLimits.IdMaxLength);
        builder.OwnsOne(p => p.Data).ToJson();
        builder.HasIndex(p => p.UserId);
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(p => p.UserId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
