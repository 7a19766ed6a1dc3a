using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Divisions;

internal sealed class DivisionMapping : IEntityTypeConfiguration<Division>
{
    public void Configure(EntityTypeBuilder<Division> builder)
    {
        builder.ToTable("Divisions");
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(d => d.ParentCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(d => d.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(d => d.Name).HasTextLength(Division.NameMaxLength);
        builder
            .HasOne<Division>()
            .WithMany()
            .HasForeignKey(d => d.ParentCode)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.ProvinceCode, d.Level });
    }
}
