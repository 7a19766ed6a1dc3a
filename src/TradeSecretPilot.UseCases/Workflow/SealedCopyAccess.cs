using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>A sealed copy as pages name it.</summary>
/// <param name="ContentSha256">Fingerprint of the text it stands for.</param>
/// <param name="UploadedAt">UTC.</param>
/// <param name="IsVoid">It stands for another text than the one it is shown with.</param>
public sealed record SealedCopyView(
    Guid Id,
    string ContentSha256,
    string FileName,
    long Bytes,
    DateTimeOffset UploadedAt,
    string UploadedBy,
    bool IsVoid
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
    /// <summary>Whether the actor may add a sealed copy now: as long as the application can be taken back, it can be sealed.</summary>
    public static bool MaySeal(this Application application, Actor actor) =>
        actor.May(Permission.UploadFiles) && CanBeSealed(application);

    public static bool CanBeSealed(this Application application) =>
        ApplicationLifecycle.Table.Permits(application.Status, ApplicationAct.Withdraw);

    /// <summary>The sealed copies of a record that the actor may see, latest first.</summary>
    /// <param name="shownSha256">Fingerprint of the text that they are shown with; null when there is none yet.</param>
    public static async Task<IReadOnlyList<SealedCopyView>> ReadSealedCopiesAsync(
        this PilotSession session,
        Guid subjectId,
        string? shownSha256,
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
                s.UploadedBy,
                s.ContentSha256 != shownSha256
            ))
            .ToListAsync(ct);

    /// <summary>Keeps a scan for a text that the actor may seal.</summary>
    /// <param name="act">The act, given what was kept.</param>
    public static async Task<Result<SealedCopyView>> SealAsync(
        this PilotSession session,
        FileIntake intake,
        Upload scan,
        SealedText text,
        Func<string, ActRecord> act,
        CancellationToken ct
    )
    {
        var taken = await intake.TakeAsync(scan, session.Now, ct);
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
        var same = await session
            .Db.SealedCopies.Where(s =>
                s.SubjectId == kept.SubjectId
                && s.ContentSha256 == kept.ContentSha256
                && s.FileSha256 == kept.FileSha256
            )
            .Select(s => s.FileName)
            .SingleOrDefaultAsync(ct);
        if (same is not null)
        {
            return SealedCopyRefusals.AlreadyKept(same);
        }

        session.Db.SealedCopies.Add(kept);
        session.Record(act($"{kept.FileName} · {kept.FileSha256[..8]}"));
        return await session.SaveAsync(
            () =>
                new SealedCopyView(
                    kept.Id,
                    kept.ContentSha256,
                    kept.FileName,
                    kept.Bytes,
                    kept.UploadedAt,
                    kept.UploadedBy,
                    false
                ),
            ct
        );
    }
}
