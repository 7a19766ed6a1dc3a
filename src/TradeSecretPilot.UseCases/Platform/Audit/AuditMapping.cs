using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Platform.Audit;

internal sealed class AuditMapping
    : IEntityTypeConfiguration<AuditEntry>,
        IEntityTypeConfiguration<WaitingEntry>,
        IEntityTypeConfiguration<AuditHead>,
        IEntityTypeConfiguration<AuditAnchor>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        MapContent(builder);
        builder.Property(e => e.PreviousHash).AsSha256();
        builder.Property(e => e.Hash).AsSha256();
        builder.Property(e => e.SealKeyId).HasMaxLength(AuditKeys.IdMaxLength).IsUnicode(false);
        builder.Property(e => e.Seal!).AsSha256();
        // The latest of a record, of a person, of a kind of act; a range of days.
        builder.HasIndex(e => new { e.SubjectId, e.Sequence });
        builder.HasIndex(e => new { e.AccountId, e.Sequence });
        builder.HasIndex(e => new { e.At, e.Sequence });
        builder.HasIndex(e => new { e.Act, e.Sequence });
        builder.HasIndex(e => e.CommitId);
        builder.HasIndex(e => e.ReceiptSha256);
    }

    public void Configure(EntityTypeBuilder<WaitingEntry> builder)
    {
        builder.ToTable("AuditWaiting");
        MapContent(builder);
        builder.HasIndex(e => new { e.CommitId, e.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).AsSha256();
        builder.HasData(new AuditHead());
    }

    public void Configure(EntityTypeBuilder<AuditAnchor> builder)
    {
        builder.ToTable("AuditAnchors");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.RootSha256).AsSha256();
        builder.Property(a => a.KeyId).HasMaxLength(AuditKeys.IdMaxLength).IsUnicode(false);
        builder
            .Property(a => a.Signature)
            .HasMaxLength(AuditAnchor.SignatureMaxLength)
            .IsUnicode(false);
        builder.Property(a => a.PublicKey).HasMaxLength(AuditAnchor.KeyMaxLength).IsUnicode(false);
        builder
            .Property(a => a.TimeStamp)
            .HasMaxLength(AuditAnchor.TimeStampMaxLength)
            .IsUnicode(false);
        builder.HasIndex(a => new { a.At, a.Id });
    }

    private static void MapContent<T>(EntityTypeBuilder<T> builder)
        where T : AuditContent
    {
        builder.Property(e => e.ActorName).HasTextLength(Account.DisplayNameMaxLength);
        builder.Property(e => e.ActorRole).HasMaxLength(Columns.EnumMaxLength).IsUnicode(false);
        builder.Property(e => e.OrganizationName).HasTextLength(Organization.NameMaxLength);
        builder.Property(e => e.Act).HasMaxLength(RecordEvent.ActMaxLength).IsUnicode(false);
        builder.Property(e => e.Note).HasMaxLength(RecordEvent.NoteMaxLength);
        builder.Property(e => e.BeforeSha256!).AsSha256();
        builder.Property(e => e.AfterSha256!).AsSha256();
        builder.Property(e => e.ReceiptSha256!).AsSha256();
        builder.Property(e => e.KeyId).HasMaxLength(AuditKeys.IdMaxLength).IsUnicode(false);
        builder.Property(e => e.Mac!).AsSha256();
    }
}
