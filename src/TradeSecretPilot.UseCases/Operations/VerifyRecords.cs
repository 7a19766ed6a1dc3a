using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// Goes through the whole database and its files and names everything that is not as it must be: after a restore, before an
/// upgrade, or when somebody doubts. Reads only; a portal that works meanwhile may be told of a record that was just changing.
/// </summary>
[OneSnapshot]
public sealed class VerifyRecords(
    PilotSessions sessions,
    AuditExamination examination,
    FileStore files
)
{
    /// <summary>The name under which it acts.</summary>
    public const string Job = "数据检查";

    private readonly List<RecordFinding> _findings = [];

    /// <param name="Versions">Frozen plans and reports that were read.</param>
    /// <param name="Receipts">Receipts of them.</param>
    /// <param name="Files">Files that were read to their end.</param>
    /// <param name="AuditEntries">Entries of the trail that are sound.</param>
    /// <param name="Findings">Empty when all is well.</param>
    public sealed record View(
        int Versions,
        int Receipts,
        int Files,
        long AuditEntries,
        IReadOnlyList<RecordFinding> Findings
    );

    private readonly record struct VersionKey(ReceiptKind Kind, Guid SubjectId, int Number);

    public async Task<View> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var versions = new Dictionary<VersionKey, string>();
        await ReadPlansAsync(session, versions, ct);
        await ReadReportsAsync(session, versions, ct);
        await CompareNumbersAsync(session, versions, ct);
        var receipts = await CompareReceiptsAsync(session, versions, ct);
        var read = await ReadFilesAsync(session, ct);
        await CompareDueKeysAsync(session, ct);
        var audit = await examination.RunAsync(ct);
        foreach (var finding in audit.Findings)
        {
            Find(RecordFault.AuditBroken, $"AuditEntry {finding.Sequence}: {finding.Problem}");
        }

        return new View(versions.Count, receipts, read, audit.Entries, [.. _findings]);
    }

    private async Task ReadPlansAsync(
        PilotSession session,
        Dictionary<VersionKey, string> versions,
        CancellationToken ct
    )
    {
        var plans = session.Db.PlanVersions.AsNoTracking().AsAsyncEnumerable();
        await foreach (var version in plans.WithCancellation(ct))
        {
            Take(
                new VersionKey(ReceiptKind.Application, version.ApplicationId, version.Number),
                version.ContentSha256,
                ContentHash.Fingerprint(version.Plan),
                versions
            );
        }
    }

    private async Task ReadReportsAsync(
        PilotSession session,
        Dictionary<VersionKey, string> versions,
        CancellationToken ct
    )
    {
        var sums = (
            await session
                .Db.ReportFigures.AsNoTracking()
                .Select(f => new
                {
                    f.ObligationId,
                    f.IndicatorCode,
                    f.PeriodHundredths,
                    f.CumulativeHundredths,
                })
                .ToListAsync(ct)
        ).ToLookup(
            f => f.ObligationId,
            f => (f.IndicatorCode, f.PeriodHundredths, f.CumulativeHundredths)
        );
        var latest = await session
            .Db.ReportObligations.Where(o => o.VersionNumber > 0)
            .Select(o => new { o.Id, o.VersionNumber })
            .ToDictionaryAsync(o => o.Id, o => o.VersionNumber, ct);
        var reports = session.Db.ReportVersions.AsNoTracking().AsAsyncEnumerable();
        await foreach (var version in reports.WithCancellation(ct))
        {
            Take(
                new VersionKey(ReceiptKind.ProgressReport, version.ObligationId, version.Number),
                version.ContentSha256,
                ContentHash.Fingerprint(version.Content),
                versions
            );
            if (latest.GetValueOrDefault(version.ObligationId) == version.Number)
            {
                CompareFigures(version, sums[version.ObligationId]);
            }
        }
    }

    private void CompareFigures(
        ReportVersion version,
        IEnumerable<(string Code, long Period, long Cumulative)> sums
    )
    {
        var filed = version.Content.IsNil
            ? []
            : version
                .Content.Figures.Select(f => ReportFigure.Of(version.ObligationId, f.Key, f.Value))
                .Select(f => (f.IndicatorCode, f.PeriodHundredths, f.CumulativeHundredths));
        if (!filed.ToHashSet().SetEquals(sums))
        {
            Find(RecordFault.FiguresDiffer, $"ReportObligation {version.ObligationId}");
        }
    }

    private void Take(
        VersionKey key,
        string written,
        string computed,
        Dictionary<VersionKey, string> versions
    )
    {
        versions[key] = written;
        if (written != computed)
        {
            Find(RecordFault.TextChanged, Name(key));
        }
    }

    private async Task CompareNumbersAsync(
        PilotSession session,
        Dictionary<VersionKey, string> versions,
        CancellationToken ct
    )
    {
        var plans = await session
            .Db.Applications.Select(a => new { a.Id, a.VersionNumber })
            .ToListAsync(ct);
        var reports = await session
            .Db.ReportObligations.Select(o => new { o.Id, o.VersionNumber })
            .ToListAsync(ct);
        var named = plans
            .Select(a => new VersionKey(ReceiptKind.Application, a.Id, a.VersionNumber))
            .Concat(
                reports.Select(o => new VersionKey(
                    ReceiptKind.ProgressReport,
                    o.Id,
                    o.VersionNumber
                ))
            );
        var there = versions.Keys.ToLookup(k => (k.Kind, k.SubjectId), k => k.Number);
        foreach (var record in named)
        {
            if (
                !there[(record.Kind, record.SubjectId)]
                    .Order()
                    .SequenceEqual(Enumerable.Range(1, record.Number))
            )
            {
                Find(RecordFault.VersionsMissing, Name(record));
            }
        }
    }

    private async Task<int> CompareReceiptsAsync(
        PilotSession session,
        Dictionary<VersionKey, string> versions,
        CancellationToken ct
    )
    {
        var receipts = (
            await session
                .Db.Receipts.Where(r =>
                    r.Kind == ReceiptKind.Application || r.Kind == ReceiptKind.ProgressReport
                )
                .Select(r => new
                {
                    r.Kind,
                    r.SubjectId,
                    r.VersionNumber,
                    r.ContentSha256,
                })
                .ToListAsync(ct)
        ).ToDictionary(
            r => new VersionKey(r.Kind, r.SubjectId, r.VersionNumber),
            r => r.ContentSha256
        );
        foreach (
            var (version, _) in versions.Where(v => receipts.GetValueOrDefault(v.Key) != v.Value)
        )
        {
            Find(RecordFault.ReceiptDiffers, Name(version));
        }

        foreach (var receipt in receipts.Keys.Where(r => !versions.ContainsKey(r)))
        {
            Find(RecordFault.VersionOfReceiptMissing, Name(receipt));
        }

        return receipts.Count;
    }

    private async Task<int> ReadFilesAsync(PilotSession session, CancellationToken ct)
    {
        var named = await FileReferences.OfAsync(session.Db, null, ct);
        named.UnionWith(
            await session.Db.SealedCopies.Select(s => s.FileSha256).Distinct().ToListAsync(ct)
        );
        var read = 0;
        foreach (var sha256 in named.Order(StringComparer.Ordinal))
        {
            await using var content = await files.OpenKeptAsync(sha256, ct);
            if (content is null)
            {
                Find(RecordFault.FileMissing, sha256);
                continue;
            }

            read++;
            if (Convert.ToHexString(await SHA256.HashDataAsync(content, ct)) != sha256)
            {
                Find(RecordFault.FileChanged, sha256);
            }
        }

        return read;
    }

    private async Task CompareDueKeysAsync(PilotSession session, CancellationToken ct)
    {
        var actions = session.Db.DueActions.AsNoTracking().AsAsyncEnumerable();
        await foreach (var action in actions.WithCancellation(ct))
        {
            if (action.Key != DueAction.KeyOf(action.Kind, action.SubjectId, action.DueAt))
            {
                Find(RecordFault.DueKeyDiffers, action.Key);
            }
        }
    }

    private void Find(RecordFault fault, string subject) =>
        _findings.Add(new RecordFinding(fault, subject));

    private static string Name(VersionKey key) => $"{key.Kind} {key.SubjectId} v{key.Number}";
}
