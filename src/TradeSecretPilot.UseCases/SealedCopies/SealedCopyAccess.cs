using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.SealedCopies;

/// <summary>A sealed copy as pages name it.</summary>
/// <param name="ContentSha256">Fingerprint of the text it stands for.</param>
/// <param name="UploadedAt">UTC.</param>
public sealed record SealedCopyView(
    Guid Id,
    string ContentSha256,
    string FileName,
    long Bytes,
    DateTimeOffset UploadedAt,
    string UploadedBy
);

/// <summary>The text that was printed and sealed.</summary>
internal sealed record SealedText(
    SealedSubject Subject,
    Guid SubjectId,
    string ContentSha256,
    Guid OrganizationId,
    string ProvinceCode
);

internal static class SealedCopyAccess
{
    /// <summary>The sealed copies of a record that the actor may see, latest first.</summary>
    public static async Task<IReadOnlyList<SealedCopyView>> ReadSealedCopiesAsync(
        this PilotSession session,
        Guid subjectId,
        CancellationToken ct
    ) =>
        await session
            .Db.SealedCopies.Where(s => s.SubjectId == subjectId)
            .OrderByDescending(s => s.UploadedAt)
            .ThenByDescending(s => s.Id)
            .Select(s => new SealedCopyView(
                s.Id,
                s.ContentSha256,
                s.FileName,
                s.Bytes,
                s.UploadedAt,
                s.UploadedBy
            ))
            .ToListAsync(ct);

    /// <summary>Keeps a scan for a text that the actor may seal.</summary>
    /// <param name="act">The act, given what was kept.</param>
    public static async Task<Result<SealedCopyView>> SealAsync(
        this PilotSession session,
        FileStore files,
        Upload scan,
        SealedText text,
        Func<string, Act> act,
        CancellationToken ct
    )
    {
        var taken = await files.TakeAsync(scan, session.Now, ct);
        if (taken.Refusal is { } refused)
        {
            return refused;
        }

        var copy = SealedCopy.Of(
            text.Subject,
            text.SubjectId,
            text.ContentSha256,
            taken.Value,
            text.OrganizationId,
            text.ProvinceCode,
            session.Actor.Name,
            session.Now
        );
        if (copy.Refusal is { } noScan)
        {
            return noScan;
        }

        var kept = copy.Value;
        session.Db.SealedCopies.Add(kept);
        session.Did(act($"{kept.FileName} · {kept.FileSha256[..8]}"));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new SealedCopyView(
                kept.Id,
                kept.ContentSha256,
                kept.FileName,
                kept.Bytes,
                kept.UploadedAt,
                kept.UploadedBy
            );
    }
}
