using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform;

internal sealed class PlatformMapping
    : IEntityTypeConfiguration<RecordEvent>,
        IEntityTypeConfiguration<DueAction>,
        IEntityTypeConfiguration<DueStall>,
        IEntityTypeConfiguration<Notice>,
        IEntityTypeConfiguration<OutboxMessage>,
        IEntityTypeConfiguration<AuditCheck>,
        IEntityTypeConfiguration<ClockSetting>,
        IEntityTypeConfiguration<CacheEntry>
{
    public void Configure(EntityTypeBuilder<RecordEvent> builder)
    {
        builder.ToTable("RecordEvents");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.SubjectId, e.At });
        // The latest of a region, of a province, of all.
        builder.HasIndex(e => new
        {
            e.OwnerId,
            e.At,
            e.Id,
        });
        builder.HasIndex(e => new
        {
            e.ProvinceCode,
            e.At,
            e.Id,
        });
        builder.HasIndex(e => new { e.At, e.Id });
        builder.Property(e => e.Act).HasMaxLength(RecordEvent.ActMaxLength).IsUnicode(false);
        builder.Property(e => e.ActorName).HasTextLength(Account.DisplayNameMaxLength);
        builder.Property(e => e.OrganizationName).HasTextLength(Organization.NameMaxLength);
        builder.Property(e => e.Note).HasMaxLength(RecordEvent.NoteMaxLength);
        builder.Property(e => e.ProvinceCode).HasMaxLength(Division.CodeLength).IsUnicode(false);
    }

    public void Configure(EntityTypeBuilder<DueAction> builder)
    {
        builder.ToTable("DueActions");
        builder.HasKey(a => a.Key);
        builder.Property(a => a.Key).HasMaxLength(DueAction.KeyMaxLength).IsUnicode(false);
        builder.HasIndex(a => new { a.DueAt, a.Key });
        builder.HasIndex(a => new { a.Kind, a.DueAt });
        builder.HasIndex(a => new { a.Outcome, a.DueAt });
        builder.HasIndex(a => new { a.Kind, a.SubjectId });
    }

    public void Configure(EntityTypeBuilder<DueStall> builder)
    {
        builder.ToTable("DueStalls");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(DueAction.KeyMaxLength).IsUnicode(false);
        builder.Property(s => s.Reason).HasMaxLength(DueStall.ReasonMaxLength).IsUnicode(false);
        // Of two nodes that see the third refusal, one gives the alarm.
        builder.Property(s => s.AlarmedAt).IsConcurrencyToken();
        builder.HasIndex(s => s.Kind);
    }

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.AccountId, n.ReadAt });
        builder.HasIndex(n => new
        {
            n.AccountId,
            n.At,
            n.Id,
        });
        builder.Property(n => n.Zh).HasMaxLength(Notice.TextMaxLength);
        builder.Property(n => n.En).HasMaxLength(Notice.TextMaxLength);
        builder.Property(n => n.Link).HasMaxLength(Notice.LinkMaxLength);
        builder
            .HasOne<Account>()
            .WithMany()
            .HasForeignKey(n => n.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.SentAt, m.NotBefore });
        builder.HasIndex(m => new { m.CreatedAt, m.Id });
        builder.Property(m => m.To).HasMaxLength(OutboxMessage.AddressMaxLength);
        builder.Property(m => m.Subject).HasMaxLength(OutboxMessage.SubjectMaxLength);
        builder.Property(m => m.LastError).HasMaxLength(OutboxMessage.ErrorMaxLength);
    }

    public void Configure(EntityTypeBuilder<AuditCheck> builder)
    {
        builder.ToTable("AuditChecks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Problem).HasMaxLength(AuditCheck.ProblemMaxLength);
        builder.HasIndex(c => c.At);
    }

    public void Configure(EntityTypeBuilder<ClockSetting> builder)
    {
        builder.ToTable("ClockSettings");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<CacheEntry> builder)
    {
        builder.ToTable("CacheEntries");
        builder.HasKey(e => e.Key);
        builder.Property(e => e.Key).AsSha256();
        builder.HasIndex(e => e.ExpiresAt);
    }
}
