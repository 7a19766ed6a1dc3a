using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>An earlier text of a draft.</summary>
/// <param name="SavedAt">UTC.</param>
/// <param name="Changed">The anchors in which it differs from the entry before.</param>
public sealed record DraftView(
    Guid Id,
    DateTimeOffset SavedAt,
    string SavedBy,
    IReadOnlyList<string> Changed
);

/// <summary>The earlier texts of a draft beside the present one.</summary>
/// <param name="Version">Row version to restore on.</param>
/// <param name="SavedAt">When the present text was saved, UTC; null while nobody has written anything.</param>
/// <param name="Changed">The anchors in which the present text differs from the latest entry.</param>
/// <param name="Entries">The latest first.</param>
/// <param name="MayRestore">The draft is still being written, so that an earlier text can be put back.</param>
public sealed record DraftHistoryView(
    int Version,
    DateTimeOffset? SavedAt,
    string? SavedBy,
    IReadOnlyList<string> Changed,
    IReadOnlyList<DraftView> Entries,
    bool MayRestore
);

/// <summary>A draft as it stands, before it is written on.</summary>
/// <param name="SubjectId">The application or the report.</param>
/// <param name="SavedAt">UTC.</param>
/// <param name="SavedBy">Null while nobody has saved it.</param>
internal sealed record StandingDraft<T>(
    Guid SubjectId,
    Guid OrganizationId,
    T Content,
    DateTimeOffset SavedAt,
    string? SavedBy
);

/// <summary>修改记录: what plans and reports were while they were written.</summary>
/// <param name="Empty">What the first entry is compared with.</param>
/// <param name="Between">The anchors in which two texts differ.</param>
internal sealed record DraftHistory<T>(T Empty, Func<T, T, IReadOnlyList<string>> Between)
    where T : class
{
    /// <summary>
    /// Keeps the text that is about to be written on: another author's always, one's own once in <see cref="DraftSnapshot.Interval"/>.
    /// </summary>
    /// <param name="always">It is replaced as a whole: kept beside what was kept before, however short ago.</param>
    public async Task KeepAsync(
        PilotSession session,
        StandingDraft<T> draft,
        bool always,
        CancellationToken ct
    )
    {
        if (draft.SavedBy is not { } author)
        {
            return;
        }

        var entries = session.Db.DraftSnapshots.Where(s => s.SubjectId == draft.SubjectId);
        var latest = await entries
            .Where(s => s.SavedBy == author)
            .OrderByDescending(s => s.SavedAt)
            .ThenByDescending(s => s.Id)
            .Select(s => new { s.Id, s.SavedAt })
            .FirstOrDefaultAsync(ct);
        var isDue = always || DraftSnapshot.IsDue(latest?.SavedAt, session.Now);
        if (!isDue && author == session.Actor.Name)
        {
            return;
        }

        var before = await entries
            .AsNoTracking()
            .Where(s => isDue || s.Id != latest!.Id)
            .OrderByDescending(s => s.SavedAt)
            .ThenByDescending(s => s.Id)
            .FirstOrDefaultAsync(ct);
        var changed = Between(before is null ? Empty : before.Read<T>(), draft.Content);
        if (isDue)
        {
            session.Db.DraftSnapshots.Add(
                DraftSnapshot.Of(
                    draft.SubjectId,
                    draft.OrganizationId,
                    draft.Content,
                    changed,
                    draft.SavedAt,
                    author,
                    session.Now
                )
            );
        }
        else
        {
            var kept = await entries.SingleAsync(s => s.Id == latest!.Id, ct);
            kept.Continue(draft.Content, changed, draft.SavedAt);
        }
    }

    /// <summary>The entries of a record beside its present text.</summary>
    /// <param name="version">Row version of the present text.</param>
    /// <param name="mayRestore">It is still being written.</param>
    public async Task<DraftHistoryView> ReadAsync(
        PilotSession session,
        StandingDraft<T> present,
        int version,
        bool mayRestore,
        CancellationToken ct
    )
    {
        var entries = await session
            .Db.DraftSnapshots.Where(s => s.SubjectId == present.SubjectId)
            .OrderByDescending(s => s.SavedAt)
            .ThenByDescending(s => s.Id)
            .Select(s => new DraftView(s.Id, s.SavedAt, s.SavedBy, s.Changed))
            .ToListAsync(ct);
        var latest =
            entries.Count == 0
                ? null
                : await FindAsync(session, present.SubjectId, entries[0].Id, ct);
        return new DraftHistoryView(
            version,
            present.SavedBy is null ? null : present.SavedAt,
            present.SavedBy,
            Between(latest ?? Empty, present.Content),
            entries,
            mayRestore
        );
    }

    /// <summary>The text of one entry; null when the record has none such.</summary>
    public async Task<T?> FindAsync(
        PilotSession session,
        Guid subjectId,
        Guid draftId,
        CancellationToken ct
    )
    {
        var content = await session
            .Db.DraftSnapshots.Where(s => s.SubjectId == subjectId && s.Id == draftId)
            .Select(s => s.Content)
            .SingleOrDefaultAsync(ct);
        return content is null ? null : ContentHash.Read<T>(content);
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<DraftSnapshot>
{
    public void Configure(EntityTypeBuilder<DraftSnapshot> builder)
    {
        builder.ToTable("DraftSnapshots");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.SubjectId, s.SavedAt });
        builder.Property(s => s.SavedBy).HasTextLength(DraftSnapshot.PersonMaxLength);
        builder
            .Property(s => s.Changed)
            .HasConversion<
                DocumentConverter<IReadOnlyList<string>>,
                DocumentComparer<IReadOnlyList<string>>
            >();
        builder
            .HasOne<Domain.Organizations.Organization>()
            .WithMany()
            .HasForeignKey(s => s.OrganizationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
