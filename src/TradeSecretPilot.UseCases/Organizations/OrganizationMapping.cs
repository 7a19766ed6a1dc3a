using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Organizations;

internal sealed class OrganizationMapping
    : IEntityTypeConfiguration<Organization>,
        IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable(
            "Organizations",
            t =>
                t.HasCheckConstraint(
                    "CK_Organizations_Division",
                    "(\"Kind\" = 'NationalRegulator' AND \"DivisionCode\" IS NULL) OR (\"Kind\" <> 'NationalRegulator' AND \"DivisionCode\" IS NOT NULL AND \"ProvinceCode\" IS NOT NULL)"
                )
        );
        builder.Property(o => o.Name).HasTextLength(Organization.NameMaxLength);
        builder.Property(o => o.RegionName).HasTextLength(Division.NameMaxLength);
        builder.Property(o => o.DivisionCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(o => o.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder
            .HasOne<Division>()
            .WithMany()
            .HasForeignKey(o => o.DivisionCode)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.DivisionCode).IsUnique();
        builder.HasIndex(o => new { o.ProvinceCode, o.Kind });
        builder.HasIndex(o => new
        {
            o.ProvinceCode,
            o.DivisionCode,
            o.Id,
        });
        builder.HasIndex(o => o.Kind);
    }

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable(
            "Accounts",
            t =>
                t.HasCheckConstraint(
                    "CK_Accounts_Organization",
                    "(\"Role\" IN ('Expert', 'SystemAdmin', 'SecurityAdmin', 'AuditAdmin') AND \"OrganizationId\" IS NULL) OR (\"Role\" NOT IN ('Expert', 'SystemAdmin', 'SecurityAdmin', 'AuditAdmin') AND \"OrganizationId\" IS NOT NULL)"
                )
        );
        builder.Property(a => a.DisplayName).HasTextLength(Account.DisplayNameMaxLength);
        builder.HasIndex(NameColumns.SortKey, nameof(Account.Id));
        builder.HasIndex(nameof(Account.Role), NameColumns.SortKey, nameof(Account.Id));
        builder.HasIndex(a => a.LockoutEnd);
        builder.HasIndex(a => new { a.CreatedById, a.Role });
        builder
            .HasOne<Organization>()
            .WithMany()
            .HasForeignKey(a => a.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
