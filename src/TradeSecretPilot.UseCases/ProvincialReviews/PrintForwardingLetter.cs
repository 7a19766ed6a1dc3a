using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>
/// 上报函 as a file, with the ranked list (四（一）). Before the province has forwarded it is a draft of the present ranking;
/// afterwards it is the letter that was sent.
/// </summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.DocumentRead)]
[OneSnapshot]
public sealed class PrintForwardingLetter(PilotSessions sessions, DocumentPrinter printer)
{
    private const int FingerprintShown = 16;

    /// <param name="ProvinceCode">Whose letter; a province's own without it.</param>
    /// <param name="LetterNumber">文号 to show on a draft.</param>
    public sealed record Input(
        Guid BatchId,
        string? ProvinceCode = null,
        string? LetterNumber = null,
        FileFormat Format = FileFormat.Pdf
    );

    private sealed record Source(
        Batch Batch,
        ProvincialCall Call,
        string Regulator,
        int Submitted,
        IReadOnlyList<Row> Rows,
        string? ReceiptNumber,
        string? ReceiptSha256
    );

    private sealed record Row(
        string RegionName,
        DivisionLevel Level,
        string Number,
        int Rank,
        int VersionNumber,
        string ContentSha256
    );

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewLetters, ct);
        if (
            Characters.Excess(
                input.LetterNumber?.Trim() ?? "",
                ProvincialCall.LetterNumberMaxLength
            ) > 0
        )
        {
            return ProvincialReviewRefusals.LetterNumberInvalid();
        }

        var province = input.ProvinceCode ?? session.Actor.ProvinceCode;
        if (await ReadAsync(session, input.BatchId, province, ct) is not { } source)
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        return source.Rows.Count == 0
            ? ProvincialReviewRefusals.NothingRanked()
            : await printer.HandOutAsync(
                session,
                source.Call.Id,
                DocumentOf(source, input.LetterNumber, BeijingTime.DayOf(session.Now)),
                input.Format,
                ct
            );
    }

    private static async Task<Source?> ReadAsync(
        PilotSession session,
        Guid batchId,
        string? province,
        CancellationToken ct
    )
    {
        var db = session.Db;
        var found = await (
            from c in db.ProvincialCalls.AsNoTracking()
            where c.BatchId == batchId && c.ProvinceCode == province
            // What a province has not sent yet is its own.
            where session.Actor.ProvinceCode != null || c.ForwardedAt != null
            join b in db.Batches on c.BatchId equals b.Id
            join o in db.Organizations on c.OrganizationId equals o.Id
            select new
            {
                Batch = b,
                Call = c,
                Regulator = o.Name,
                Receipt = db
                    .Receipts.Where(r => r.SubjectId == c.Id)
                    .Select(r => new { r.Number, r.ContentSha256 })
                    .FirstOrDefault(),
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var rows = await (
            from a in db.Applications
            where a.BatchId == batchId && a.ProvinceCode == province && a.Rank != null
            where a.ForwardedAt != null || a.Status == ApplicationStatus.Recommended
            join v in db.PlanVersions
                on new { ApplicationId = a.Id, Number = a.VersionNumber } equals new
                {
                    v.ApplicationId,
                    v.Number,
                }
            orderby a.Rank
            select new Row(
                a.RegionName,
                a.Level,
                a.Number,
                a.Rank!.Value,
                a.VersionNumber,
                v.ContentSha256
            )
        ).ToListAsync(ct);
        var counts = await ProvincialCounts.ReadAsync(db, batchId, ct);
        return new Source(
            found.Batch,
            found.Call,
            found.Regulator,
            counts.Where(c => c.ProvinceCode == province).Sum(c => c.Number),
            rows,
            found.Receipt?.Number,
            found.Receipt?.ContentSha256
        );
    }

    private static OfficialDocument DocumentOf(Source source, string? draftNumber, DateOnly today)
    {
        var call = source.Call;
        var isDraft = call.ForwardedAt is null;
        var day = call.ForwardedAt is { } forwarded ? BeijingTime.DayOf(forwarded) : today;
        var batch = source.Batch.NameZh;
        var regions = string.Join('、', source.Rows.Select(r => r.RegionName));
        var count = source.Rows.Count;
        var document = new OfficialDocument
        {
            Form = DocumentForm.Letter,
            FileName = $"{source.Regulator}上报函（{batch}）",
            TitleLines = [$"关于推荐{batch}全国商业秘密保护", "创新试点地区的函"],
            Author = source.Regulator,
            Subject = $"{batch}全国商业秘密保护创新试点地区推荐",
            Date = day,
            Marks = isDraft ? ["草稿，尚未上报"] : [],
            Masthead = new Masthead(
                source.Regulator,
                call.LetterNumber
                    ?? (
                        string.IsNullOrWhiteSpace(draftNumber) ? "（文号待定）" : draftNumber.Trim()
                    )
            ),
            Addressee = OfficialWords.Samr,
            Body = new DocumentBody()
                .Text(
                    $"按照《全国商业秘密保护创新试点工作方案》，我局组织开展了{batch}创新试点申报工作，共收到{source.Submitted}个地区以地方政府名义提出的申请。"
                )
                .Text(
                    count == 1
                        ? $"经初步审核，择优推荐{regions}为试点地区，推荐名单和创新试点工作方案附后。"
                        : $"经初步审核，按名次择优推荐{regions}等{count}个地区，推荐名单和创新试点工作方案附后。"
                )
                .Text("特此函告。")
                .Blocks,
            Attachments = ["推荐地区名单", "各推荐地区创新试点工作方案"],
            Annex =
            [
                new AnnexHead("附件1", "推荐地区名单"),
                new Table(
                    [
                        new("名次", 9, Align.Center),
                        new("地区", 22),
                        new("层级", 13, Align.Center),
                        new("申报编号", 25),
                        new("版本", 11, Align.Center),
                        new("方案指纹", 31),
                    ],
                    [
                        .. source.Rows.Select(
                            (r, i) =>
                                (IReadOnlyList<string>)
                                    [
                                        (i + 1).ToString(CultureInfo.InvariantCulture),
                                        r.RegionName,
                                        Terms.Of(r.Level).Zh,
                                        r.Number,
                                        $"第{r.VersionNumber}版",
                                        r.ContentSha256[..FingerprintShown],
                                    ]
                        ),
                    ]
                )
                {
                    Note =
                        $"方案指纹为该版方案SHA-256摘要的前{FingerprintShown}位，与平台所存方案一一对应。",
                },
            ],
            Signature = new Signature(source.Regulator, OfficialWords.Day(day)),
        };
        return source is { ReceiptNumber: { } number, ReceiptSha256: { } sha }
            ? document with
            {
                Verification = new Verification(sha, number),
            }
            : document.WithFingerprint();
    }
}
