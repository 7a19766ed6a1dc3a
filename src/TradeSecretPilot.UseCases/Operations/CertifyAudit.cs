using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// 审计校验证明 as a file: walks the whole chain and certifies where it ends, with a receipt that anyone can verify. Whoever
/// keeps it can tell later whether an entry up to there was changed.
/// </summary>
public sealed class CertifyAudit(
    PilotSessions sessions,
    AuditExamination examination,
    DocumentPrinter printer
)
{
    public sealed record Input(FileFormat Format = FileFormat.Pdf);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReadAudit, ct);
        var db = session.Db;
        var verification = await examination.RunAsync(ct);
        if (verification.Problem == AuditProblems.Empty)
        {
            return AuditRefusals.NothingToCertify();
        }

        if (verification.FirstBad is { } firstBad)
        {
            return AuditRefusals.ChainBroken(firstBad, verification.Problem!);
        }

        var last = await db
            .AuditEntries.Where(e => e.Sequence == verification.Entries)
            .Select(e => new { e.At, e.Hash })
            .SingleAsync(ct);
        var from = await db
            .AuditEntries.Where(e => e.Sequence == 1)
            .Select(e => e.At)
            .SingleAsync(ct);
        var chain = new CertifiedChain(verification.Entries, from, last.At, last.Hash);
        var receipt = Receipt.Issue(
            ReceiptKind.AuditCertificate,
            Guid.CreateVersion7(session.Now),
            1,
            ContentHash.Fingerprint(chain),
            null,
            null,
            session.Now
        );
        // Made before the receipt is kept: a certificate that cannot be printed was never issued.
        var printed = await printer.PrintAsync(
            DocumentOf(chain, receipt, session.Actor.Name),
            input.Format,
            ct
        );
        if (printed.Refusal is not null || input.Format == FileFormat.Preview)
        {
            return printed;
        }

        db.Receipts.Add(receipt);
        session.Record(
            new ActRecord(Act.AuditCertified, receipt.SubjectId)
            {
                Note = CertifiedChain.NoteOf(receipt.Number, chain.Entries),
            }
        );
        return (await session.SaveAsync(ct)).Refusal is { } conflict ? conflict : printed;
    }

    private static OfficialDocument DocumentOf(
        CertifiedChain chain,
        Receipt receipt,
        string certifiedBy
    )
    {
        var day = BeijingTime.DayOf(receipt.ReceivedAt);
        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"审计校验证明{receipt.Number}",
            TitleLines = ["审计记录校验证明"],
            Author = "全国商业秘密保护创新试点管理平台",
            Subject = $"审计记录校验证明 {receipt.Number}",
            Date = day,
            Body = new DocumentBody()
                .Add(
                    new FactTable([
                        new("证明编号", receipt.Number),
                        new("校验时间", $"{BeijingTime.Exact(receipt.ReceivedAt)}（北京时间）"),
                        new("校验人", certifiedBy),
                        new(
                            "记录范围",
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"第1条至第{chain.Entries}条，共{chain.Entries}条"
                            )
                        ),
                        new(
                            "时间范围",
                            $"{OfficialWords.Moment(chain.From)}至{OfficialWords.Moment(chain.To)}"
                        ),
                        new("末条记录的摘要", chain.LastHash),
                        new("校验结果", "完整，未发现增、删、改和次序变动"),
                    ])
                )
                .Text(
                    "平台的每条审计记录都含有前一条记录的SHA-256摘要，首尾相接。经逐条重新计算，上述范围内各条记录的摘要与内容相符，前后相接，链尾与登记一致。"
                )
                .Text(
                    "今后如需核对，可在平台重新校验，并比对同一条记录的摘要；摘要与本证明不符的，说明此前的记录已被改动。"
                )
                .Add(new SignatureLine(["审计管理员", "日期"]))
                .Blocks,
            Signature = new Signature("全国商业秘密保护创新试点管理平台", OfficialWords.Day(day)),
            Verification = new Verification(receipt.ContentSha256, receipt.Number),
        };
    }
}
