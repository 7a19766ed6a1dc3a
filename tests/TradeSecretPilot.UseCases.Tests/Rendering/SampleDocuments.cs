using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>Documents of each form with content that never changes.</summary>
internal static class SampleDocuments
{
    /// <summary>A hundred characters without punctuation, so that nothing is squeezed or hung.</summary>
    public static readonly string Text = string.Concat(
        Enumerable.Repeat("商业秘密保护创新试点工作方案示例", 7)
    )[..100];

    private static readonly string Sha256 = string.Concat(Enumerable.Repeat("0123456789ABCDEF", 4));

    public static OfficialDocument Paper { get; } =
        Basic(DocumentForm.Paper) with
        {
            TitleLines = ["示例市商业秘密保护创新试点", "2022年下半年工作进展情况报告"],
            Addressee = "国家市场监督管理总局、示例省市场监督管理局",
            Body = Headings(10),
        };

    public static OfficialDocument Plan { get; } =
        Basic(DocumentForm.Plan) with
        {
            Cover = new CoverPage(
                "全国商业秘密保护创新试点申报书",
                [new("申报单位", "示例市人民政府"), new("申报编号", "申-2022-01-339101")]
            ),
            Body = Headings(3),
            Attachments = ["示例附件一", "示例附件二"],
        };

    public static OfficialDocument Letter { get; } =
        Basic(DocumentForm.Letter) with
        {
            TitleLines = ["关于推荐第一批全国商业秘密保护", "创新试点地区的函"],
            Masthead = new Masthead("示例省市场监督管理局", "示市监函〔2022〕15号"),
            Addressee = "国家市场监督管理总局",
            Body = [new Paragraph(Text), new Paragraph("特此函告。")],
            Attachments = ["推荐地区名单"],
            Annex = [new AnnexHead("附件", "推荐地区名单"), Table(3)],
            Imprint = new Imprint("示例市人民政府", "示例省市场监督管理局办公室", "2022年5月10日"),
        };

    public static OfficialDocument Notice { get; } =
        Basic(DocumentForm.Notice) with
        {
            TitleLines = ["市场监管总局关于公布第一批", "全国商业秘密保护创新试点地区名单的通知"],
            Masthead = new Masthead("国家市场监督管理总局文件", "示例〔2022〕1号"),
            Addressee = "各省、自治区、直辖市和新疆生产建设兵团市场监管局（厅、委）",
            Body = [new Paragraph(Text)],
            Annex = [new AnnexHead("附件", "第一批全国商业秘密保护创新试点地区名单"), Table(20)],
            Imprint = new Imprint("示例市人民政府", "市场监管总局办公厅", "2022年6月30日"),
        };

    public static OfficialDocument Sheet { get; } =
        Basic(DocumentForm.Sheet) with
        {
            TitleLines = ["专家评分表"],
            Marks = ["草稿，尚未提交"],
            Body =
            [
                new FactTable([new("申报地区", "示例市"), new("评审专家", "专家01（示例）")]),
                Table(60),
                new SignatureLine(["专家签名", "日期"]),
            ],
        };

    public static OfficialDocument Basic(DocumentForm form) =>
        new()
        {
            Form = form,
            FileName = "示例",
            TitleLines = ["示例市", "商业秘密保护创新试点工作方案"],
            Author = "示例市人民政府",
            Subject = "示例",
            Date = new DateOnly(2022, 4, 20),
            Body = [new Paragraph(Text)],
            Signature = new Signature("示例市人民政府", "2022年4月20日"),
            Verification = new Verification(Sha256, "SB-20220420-0123-456789"),
        };

    public static Table Table(int rows) =>
        new(
            [new("序号", 10, Align.Center), new("名称", 60), new("数量", 30, Align.Right)],
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(i => (IReadOnlyList<string>)[$"{i}", $"示例事项{i}", $"{i * 11}"]),
            ]
        )
        {
            Caption = "表1　示例",
            Note = "示例说明。",
        };

    private static IReadOnlyList<Block> Headings(int paragraphs) =>
        [
            new Heading(1, "一、一级标题"),
            new Heading(2, "（一）二级标题"),
            new Heading(3, "1.三级标题"),
            new Heading(4, "（1）四级标题"),
            .. Enumerable.Repeat(new Paragraph(Text), paragraphs),
        ];
}
