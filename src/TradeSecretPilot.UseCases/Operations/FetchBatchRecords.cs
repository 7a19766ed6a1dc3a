using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// Everything that is kept of one batch, table by table as JSON, with a description of each column, and what belongs to it: the
/// documents to be printed and the files that people sent.
/// </summary>
[RecordsTaking(Act.BundleTaken)]
[OneSnapshot]
public sealed class FetchBatchRecords(PilotSessions sessions)
{
    /// <summary>The name under which it acts.</summary>
    public const string Job = "归档导出";

    /// <param name="BatchNumber">1 for 第一批.</param>
    public sealed record Input(int BatchNumber);

    /// <param name="Name">Of the column, as in the JSON.</param>
    /// <param name="Type">What a value is, in words.</param>
    public sealed record Column(string Name, string Type, bool IsOptional);

    /// <param name="Json">An array of objects, UTF-8.</param>
    public sealed record Table(
        string Name,
        int Rows,
        IReadOnlyList<Column> Columns,
        ReadOnlyMemory<byte> Json
    );

    public sealed record Document(BundleKind Kind, Guid Id);

    /// <param name="Sha256">Fingerprint of the file, upper-case hexadecimal.</param>
    /// <param name="Ending">With its dot.</param>
    public sealed record SentFile(string Sha256, string Ending);

    /// <param name="At">UTC.</param>
    public sealed record View(
        int BatchNumber,
        string NameZh,
        string NameEn,
        DateTimeOffset At,
        IReadOnlyList<Table> Tables,
        IReadOnlyList<Document> Documents,
        IReadOnlyList<SentFile> Files
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var db = session.Db;
        var batch = await db
            .Batches.AsNoTracking()
            .SingleOrDefaultAsync(b => b.Number == input.BatchNumber, ct);
        if (batch is null)
        {
            return PlatformRefusals.InvalidInput("没有这个批次。", "There is no such batch.");
        }

        var view = new View(
            batch.Number,
            batch.NameZh,
            batch.NameEn,
            session.Now,
            await TablesAsync(db, batch.Id, ct),
            await DocumentsAsync(db, batch.Id, ct),
            await FilesAsync(db, batch.Id, ct)
        );
        var kept = await session.KeepTakingAsync(
            batch.Id,
            $"{batch.NameZh}的归档，{view.Tables.Sum(t => t.Rows)}行，{view.Files.Count}个附件",
            ct
        );
        return kept.Refusal is { } refusal ? refusal : view;
    }

    private static async Task<IReadOnlyList<Table>> TablesAsync(
        PilotDbContext db,
        Guid batch,
        CancellationToken ct
    )
    {
        var applications = db.Applications.Where(a => a.BatchId == batch);
        var calls = db.ProvincialCalls.Where(c => c.BatchId == batch);
        var reports = db.ReportObligations.Where(o => o.BatchId == batch);
        var pilots = db.Pilots.Where(p => p.BatchId == batch);
        var announcements = db.Announcements.Where(n => n.BatchId == batch);
        var panels = db.ExpertPanels.Where(p => p.BatchId == batch);
        var subjects = applications
            .Select(a => a.Id)
            .Concat(calls.Select(c => c.Id))
            .Concat(reports.Select(o => o.Id))
            .Concat(pilots.Select(p => p.Id))
            .Concat(announcements.Select(n => n.Id))
            .Concat(db.Batches.Where(b => b.Id == batch).Select(b => b.Id));
        return
        [
            await TableAsync(db, db.Batches.Where(b => b.Id == batch), ct),
            await TableAsync(db, db.Extensions.Where(e => e.BatchId == batch), ct),
            await TableAsync(
                db,
                db.Organizations.Where(o => applications.Any(a => a.OrganizationId == o.Id)),
                ct
            ),
            await TableAsync(db, calls, ct),
            await TableAsync(db, applications, ct),
            await TableAsync(
                db,
                db.PlanVersions.Where(v => applications.Any(a => a.Id == v.ApplicationId)),
                ct
            ),
            await TableAsync(
                db,
                db.CommentHandlings.Where(h => applications.Any(a => a.Id == h.ApplicationId)),
                ct
            ),
            await TableAsync(
                db,
                db.ProvincialReviews.Where(r => applications.Any(a => a.Id == r.ApplicationId)),
                ct
            ),
            await TableAsync(db, panels, ct),
            await TableAsync(
                db,
                db.Set<PanelMember>().Where(m => panels.Any(p => p.Id == m.PanelId)),
                ct
            ),
            await TableAsync(db, db.ScoreSheets.Where(s => s.BatchId == batch), ct),
            await TableAsync(db, db.Selections.Where(s => s.BatchId == batch), ct),
            await TableAsync(db, announcements, ct),
            await TableAsync(db, pilots, ct),
            await TableAsync(db, db.PilotTasks.Where(t => pilots.Any(p => p.Id == t.PilotId)), ct),
            await TableAsync(db, reports, ct),
            await TableAsync(
                db,
                db.ReportVersions.Where(v => reports.Any(o => o.Id == v.ObligationId)),
                ct
            ),
            await TableAsync(
                db,
                db.ReportFigures.Where(f => reports.Any(o => o.Id == f.ObligationId)),
                ct
            ),
            await TableAsync(db, db.SealedCopies.Where(s => subjects.Contains(s.SubjectId)), ct),
            await TableAsync(db, db.Receipts.Where(r => subjects.Contains(r.SubjectId)), ct),
            await TableAsync(db, db.RecordEvents.Where(e => subjects.Contains(e.SubjectId)), ct),
        ];
    }

    private static async Task<Table> TableAsync<TRow>(
        PilotDbContext db,
        IQueryable<TRow> rows,
        CancellationToken ct
    )
        where TRow : class
    {
        var entity = db.Model.FindEntityType(typeof(TRow))!;
        var columns = entity.GetProperties().Where(p => p.PropertyInfo is not null).ToList();
        var count = 0;
        using var json = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(json, new() { Indented = true }))
        {
            writer.WriteStartArray();
            await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            {
                count++;
                writer.WriteStartObject();
                foreach (var column in columns)
                {
                    writer.WritePropertyName(NameOf(column));
                    var value = column.PropertyInfo!.GetValue(row);
                    // As its fingerprint was taken: see docs/canonical-form.md.
                    writer.WriteRawValue(value is null ? "null" : ContentHash.Write(value));
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return new Table(
            JsonNamingPolicy.CamelCase.ConvertName(entity.GetTableName()!),
            count,
            [.. columns.Select(c => new Column(NameOf(c), TypeOf(c.ClrType), c.IsNullable))],
            json.ToArray()
        );
    }

    private static string NameOf(IProperty column) =>
        JsonNamingPolicy.CamelCase.ConvertName(column.Name);

    private static string TypeOf(Type column)
    {
        var type = Nullable.GetUnderlyingType(column) ?? column;
        return type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
            : type == typeof(Guid) ? "uuid"
            : type == typeof(DateTimeOffset) ? "instant, ISO 8601"
            : type == typeof(DateOnly) ? "day, ISO 8601"
            : type == typeof(bool) ? "boolean"
            : type == typeof(string) ? "text"
            : type.IsPrimitive ? "integer"
            : type == typeof(decimal) ? "number"
            : "object or array, see docs/canonical-form.md";
    }

    private static async Task<IReadOnlyList<Document>> DocumentsAsync(
        PilotDbContext db,
        Guid batch,
        CancellationToken ct
    )
    {
        var sent = db.Applications.Where(a => a.BatchId == batch && a.VersionNumber > 0);
        var found = new List<Document>();
        async Task AddAsync(BundleKind kind, IQueryable<Guid> ids) =>
            found.AddRange(
                (await ids.ToListAsync(ct)).Order().Select(id => new Document(kind, id))
            );
        await AddAsync(BundleKind.Applications, sent.Select(a => a.Id));
        await AddAsync(
            BundleKind.Reviews,
            sent.Where(a => db.ProvincialReviews.Any(r => r.ApplicationId == a.Id))
                .Select(a => a.Id)
        );
        await AddAsync(
            BundleKind.ScoreSheets,
            db.ScoreSheets.Where(s => s.BatchId == batch && s.Status == ScoreSheetStatus.Submitted)
                .Select(s => s.Id)
        );
        await AddAsync(
            BundleKind.OutcomeLetters,
            sent.Where(a =>
                    a.AnnouncedAt != null
                    && (
                        a.Status == ApplicationStatus.Selected
                        || a.Status == ApplicationStatus.NotSelected
                    )
                )
                .Select(a => a.Id)
        );
        await AddAsync(
            BundleKind.Reports,
            db.ReportObligations.Where(o => o.BatchId == batch && o.VersionNumber > 0)
                .Select(o => o.Id)
        );
        return found;
    }

    private static async Task<IReadOnlyList<SentFile>> FilesAsync(
        PilotDbContext db,
        Guid batch,
        CancellationToken ct
    )
    {
        var applications = db.Applications.Where(a => a.BatchId == batch);
        var calls = db.ProvincialCalls.Where(c => c.BatchId == batch);
        var reports = db.ReportObligations.Where(o => o.BatchId == batch);
        var attached = new List<Attachment>();
        var plans = db
            .PlanVersions.Where(v => applications.Any(a => a.Id == v.ApplicationId))
            .Select(v => v.Plan);
        await foreach (var plan in plans.AsAsyncEnumerable().WithCancellation(ct))
        {
            attached.AddRange(plan.Attachments);
        }

        var contents = db
            .ReportVersions.Where(v => reports.Any(o => o.Id == v.ObligationId))
            .Select(v => v.Content);
        await foreach (var content in contents.AsAsyncEnumerable().WithCancellation(ct))
        {
            attached.AddRange(content.Attachments);
        }

        var sealedCopies = await db
            .SealedCopies.Where(s =>
                applications.Any(a => a.Id == s.SubjectId) || calls.Any(c => c.Id == s.SubjectId)
            )
            .Select(s => new { s.FileSha256, s.FileName })
            .ToListAsync(ct);
        return
        [
            .. attached
                .Select(a => new SentFile(a.Sha256, EndingOf(a.FileName)))
                .Concat(sealedCopies.Select(s => new SentFile(s.FileSha256, EndingOf(s.FileName))))
                .DistinctBy(f => f.Sha256)
                .OrderBy(f => f.Sha256, StringComparer.Ordinal),
        ];
    }

    private static string EndingOf(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant();
}
