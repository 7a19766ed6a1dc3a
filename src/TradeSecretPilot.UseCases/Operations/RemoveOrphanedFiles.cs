using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// Clears away uploaded files that no text was ever saved with. Each file is looked at once, a month after its upload: one that stands in
/// a text then is kept for good. One that does not is set aside and can no longer be attached; a day later, when every save that
/// had seen it is over, it is removed. Whoever uploads it again in between has it back.
/// </summary>
public sealed class RemoveOrphanedFiles(PilotSessions sessions, FileStore files)
{
    /// <summary>The name under which it appears in the audit trail.</summary>
    public const string Job = "清理文件";

    /// <summary>Days for which an uploaded file waits to be saved with a text. Portal setting.</summary>
    public const int KeptDays = 30;

    private static readonly TimeSpan SetAside = TimeSpan.FromDays(1);

    /// <summary>Files on disk have the machine's time.</summary>
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <param name="SetAside">Uploaded files that no text has, set aside by this run.</param>
    /// <param name="Removed">Files set aside before and removed.</param>
    /// <param name="Unregistered">Files without a record: their upload was not carried through.</param>
    /// <param name="Unfinished">Files that were never written to their end.</param>
    /// <param name="Expired">Uploads that were not carried to their end within a day.</param>
    public sealed record View(
        int SetAside,
        int Removed,
        int Unregistered,
        int Unfinished,
        int Expired
    )
    {
        public int Total => SetAside + Removed + Unregistered + Unfinished + Expired;
    }

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        var (aside, removed) = (0, 0);
        foreach (var organization in await OrganizationsAsync(ct))
        {
            var (a, r) = await LookAtAsync(organization, ct);
            aside += a;
            removed += r;
        }

        var unregistered = await RemoveUnregisteredAsync(ct);
        var unfinished = await files.RemoveUnfinishedAsync(Machine.GetUtcNow() - SetAside);
        var expired = await files.RemoveExpiredUploadsAsync(
            Machine.GetUtcNow() - UploadLimits.Kept,
            ct
        );
        if (unregistered + unfinished + expired > 0)
        {
            await using var session = await sessions.BeginAsync(Permission.Operate, ct);
            session.Record(
                new ActRecord(Act.FileCleanedUp, Guid.Empty)
                {
                    Note = $"{unregistered} + {unfinished} + {expired}",
                }
            );
            await session.SaveAsync(ct);
        }

        return new View(aside, removed, unregistered, unfinished, expired);
    }

    private async Task<List<Guid>> OrganizationsAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var old = session.Now.AddDays(-KeptDays);
        return await session
            .Db.StoredFiles.Where(f => f.FoundAt == null && f.UploadedAt < old)
            .Select(f => f.OrganizationId)
            .Distinct()
            .ToListAsync(ct);
    }

    private async Task<(int SetAside, int Removed)> LookAtAsync(
        Guid organization,
        CancellationToken ct
    )
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var old = session.Now.AddDays(-KeptDays);
        var candidates = await session
            .Db.StoredFiles.Where(f => f.OrganizationId == organization)
            .Where(f => f.FoundAt == null && f.UploadedAt < old)
            .ToListAsync(ct);
        var inTexts = await FileReferences.OfAsync(session.Db, organization, ct);
        var gone = new List<StoredFile>();
        var aside = 0;
        foreach (var file in candidates)
        {
            if (inTexts.Contains(file.Sha256))
            {
                file.Find(session.Now);
                session.Record(Of(Act.FileFound, file));
            }
            else if (file.OrphanedAt is null)
            {
                file.SetAside(session.Now);
                session.Record(Of(Act.FileSetAside, file));
                aside++;
            }
            else if (file.OrphanedAt + SetAside <= session.Now)
            {
                session.Db.StoredFiles.Remove(file);
                session.Record(Of(Act.FileRemoved, file));
                gone.Add(file);
            }
        }

        if (!session.Db.ChangeTracker.HasChanges())
        {
            return (0, 0);
        }

        if ((await session.SaveAsync(ct)).Refusal is not null)
        {
            return (0, 0);
        }

        foreach (var file in gone)
        {
            await RemoveContentAsync(file.Sha256, ct);
        }

        return (aside, gone.Count);
    }

    /// <summary>The same content may have been uploaded by another organisation as well, or be a sealed copy.</summary>
    private async Task RemoveContentAsync(string sha256, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        if (
            !await session.Db.StoredFiles.AnyAsync(f => f.Sha256 == sha256, ct)
            && !await session.Db.SealedCopies.AnyAsync(c => c.FileSha256 == sha256, ct)
        )
        {
            await files.RemoveKeptAsync(sha256, Machine.GetUtcNow() - SetAside, ct);
        }
    }

    private async Task<int> RemoveUnregisteredAsync(CancellationToken ct)
    {
        var before = Machine.GetUtcNow().AddDays(-KeptDays);
        var unknown = (await files.KeptBeforeAsync(before, ct)).ToHashSet(StringComparer.Ordinal);
        if (unknown.Count == 0)
        {
            return 0;
        }

        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        unknown.ExceptWith(
            await session.Db.StoredFiles.Select(f => f.Sha256).Distinct().ToListAsync(ct)
        );
        unknown.ExceptWith(
            await session.Db.SealedCopies.Select(c => c.FileSha256).Distinct().ToListAsync(ct)
        );
        await FileReferences.ExceptAllAsync(session.Db, unknown, ct);
        var removed = 0;
        foreach (var sha256 in unknown)
        {
            removed += await files.RemoveKeptAsync(sha256, before, ct) ? 1 : 0;
        }

        return removed;
    }

    private static ActRecord Of(Act act, StoredFile file) =>
        new(act, file.Id) { Note = file.Sha256[..8] };
}
