using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>回执 as a file, for those whose record it acknowledges.</summary>
[RecordsTaking(Act.DocumentTaken)]
[RecordsViewing(Act.DocumentRead)]
[OneSnapshot]
public sealed class PrintReceipt(PilotSessions sessions, DocumentPrinter printer)
{
    public sealed record Input(string Number, FileFormat Format = FileFormat.Pdf);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var number = input.Number.Trim().ToUpperInvariant();
        var found = await (
            from r in session.Db.Receipts
            where r.Number == number
            join o in session.Db.Organizations on r.OrganizationId equals o.Id into organizations
            from o in organizations.DefaultIfEmpty()
            select new { Receipt = r, OrganizationName = o == null ? null : o.Name }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        return found is null
            ? ReceiptRefusals.NotFound()
            : await printer.HandOutAsync(
                session,
                found.Receipt.SubjectId,
                DocumentOf(found.Receipt, found.OrganizationName ?? "平台"),
                input.Format,
                ct
            );
    }

    private static OfficialDocument DocumentOf(Receipt receipt, string organization)
    {
        var day = BeijingTime.DayOf(receipt.ReceivedAt);
        return new OfficialDocument
        {
            Form = DocumentForm.Sheet,
            FileName = $"回执{receipt.Number}",
            TitleLines = ["回执"],
            Author = "全国商业秘密保护创新试点管理平台",
            Subject = $"回执 {receipt.Number}",
            Date = day,
            Body = new DocumentBody()
                .Add(
                    new FactTable([
                        new("回执编号", receipt.Number),
                        new("事项", Terms.Of(receipt.Kind).Zh),
                        new("单位", organization),
                        new("版本", $"第{receipt.VersionNumber}版"),
                        new(
                            "收到时间",
                            $"{BeijingTime.Exact(receipt.ReceivedAt)}（北京时间，以服务器收到为准）"
                        ),
                        new("内容指纹", receipt.ContentSha256),
                    ])
                )
                .Text(
                    $"平台已于{OfficialWords.Moment(receipt.ReceivedAt)}（北京时间）收到上述内容。内容指纹为该版内容的SHA-256摘要，内容改动一个字，指纹即不相同。"
                )
                .Text(
                    "任何人可以扫描页脚的二维码，或在平台首页“回执核验”中输入编号，核对收到时间和内容指纹；核验不显示内容。"
                )
                .Blocks,
            Signature = new Signature("全国商业秘密保护创新试点管理平台", OfficialWords.Day(day)),
            Verification = new Verification(receipt.ContentSha256, receipt.Number),
        };
    }
}
