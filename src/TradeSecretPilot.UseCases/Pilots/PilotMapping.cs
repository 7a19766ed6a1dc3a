using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Pilots;

internal sealed class PilotMapping
    : IEntityTypeConfiguration<Pilot>,
        IEntityTypeConfiguration<PilotTask>
{
    public void Configure(EntityTypeBuilder<Pilot> builder)
    {
        builder.ToTable(
            "Pilots",
            t => t.HasCheckConstraint("CK_Pilots_Dates", "\"StartsOn\" < \"EndsOn\"")
        );
        builder.HasIndex(p => p.ApplicationId).IsUnique();
        builder.HasIndex(
            nameof(Pilot.BatchId),
            nameof(Pilot.ProvinceCode),
            NameColumns.SortKey,
            nameof(Pilot.Id)
        );
        builder.HasIndex(nameof(Pilot.ProvinceCode), NameColumns.SortKey);
        builder.HasIndex(p => p.OrganizationId);
        builder.Property(p => p.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
        builder.Property(p => p.RegionName).HasTextLength(Division.NameMaxLength);
        builder
            .HasOne<Application>()
            .WithMany()
            .HasForeignKey(p => p.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(p => p.Tasks)
            .WithOne()
            .HasForeignKey(t => t.PilotId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(p => p.Tasks).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<PilotTask> builder)
    {
        builder.ToTable(
            "PilotTasks",
            t => t.HasCheckConstraint("CK_PilotTasks_Months", "\"StartMonth\" <= \"FinishMonth\"")
        );
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.PilotId, t.Ordinal }).IsUnique();
        builder.Property(t => t.Title).HasTextLength(Measure.TitleMaxLength);
        builder.Property(t => t.ResponsibleUnit).HasTextLength(Measure.UnitMaxLength);
        builder.Property(t => t.Target).HasTextLength(Measure.TargetMaxLength);
    }
}
