using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>申报书: the application with its plan, in the three parts of 四（一） of the work plan.</summary>
internal static class ApplicationDocument
{
    private const string Empty = "（未填写）";

    /// <param name="VersionNumber">0 for a draft.</param>
    /// <param name="Day">Day of submission; of a draft the day it was saved.</param>
    public sealed record Source(
        string RegionName,
        string OrganizationName,
        string ProvinceName,
        string BatchName,
        string Number,
        WorkPlan Plan,
        int VersionNumber,
        DateOnly Day,
        string ContentSha256,
        string? ReceiptNumber
    );

    public static OfficialDocument Of(Source source)
    {
        var isDraft = source.VersionNumber == 0;
        var version = isDraft
            ? "草稿，尚未提交"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"第{source.VersionNumber}版，{OfficialWords.Day(source.Day)}提交"
            );
        return new OfficialDocument
        {
            Form = DocumentForm.Plan,
            FileName =
                $"{source.RegionName}商业秘密保护创新试点工作方案（{(isDraft ? "草稿" : $"第{source.VersionNumber}版")}）",
            TitleLines = [source.RegionName, "商业秘密保护创新试点工作方案"],
            Author = source.OrganizationName,
            Subject = $"{source.BatchName}全国商业秘密保护创新试点申报 {source.Number}",
            Date = source.Day,
            Marks = isDraft ? ["草稿，尚未提交"] : [],
            Cover = new CoverPage(
                "全国商业秘密保护创新试点申报书",
                [
                    new("申报批次", source.BatchName),
                    new("申报单位", source.OrganizationName),
                    new("所在省份", source.ProvinceName),
                    new("申报编号", source.Number),
                    new("版本", version),
                ]
            ),
            Body = BodyOf(source.Plan),
            Attachments = AttachmentList.NamesOf(source.Plan.Attachments),
            Signature = new Signature(source.OrganizationName, OfficialWords.Day(source.Day)),
            Verification = new Verification(source.ContentSha256, source.ReceiptNumber),
        };
    }

    private static IReadOnlyList<Block> BodyOf(WorkPlan plan)
    {
        var body = new DocumentBody()
            .Heading(1, "基础和优势")
            .Heading(2, "工作基础")
            .TextOr(plan.Foundation, Empty)
            .Heading(2, "比较优势")
            .TextOr(plan.Advantages, Empty)
            .Heading(1, "重点任务和创新举措")
            .Heading(2, "总体思路")
            .TextOr(plan.Approach, Empty)
            .Heading(2, "分阶段安排")
            .TextOr(plan.Phasing, Empty)
            .Heading(2, "创新举措");
        AddMeasures(body, plan.Measures);
        body.Heading(1, "组织保障")
            .Heading(2, "组织领导")
            .TextOr(plan.Leadership, Empty)
            .Heading(2, "保障机制")
            .TextOr(plan.Safeguards, Empty)
            .Heading(2, "各级政府人财物支持");
        AddSupport(body, plan.Support);
        if (AttachmentList.Of(plan.Attachments, "表3　附件一览") is { } files)
        {
            body.Add(files);
        }

        return body.Blocks;
    }

    private static void AddMeasures(DocumentBody body, IReadOnlyList<Measure> measures)
    {
        if (measures.Count == 0)
        {
            body.Text(Empty);
            return;
        }

        body.Add(
            new Table(
                [
                    new("序号", 8, Align.Center),
                    new("举措", 31),
                    new("对应子任务", 23),
                    new("责任单位", 18),
                    new("起止", 20, Align.Center),
                ],
                [
                    .. measures.Select(
                        (m, i) =>
                            (IReadOnlyList<string>)
                                [
                                    Number(i + 1),
                                    m.Title,
                                    m.SubTask is { } task ? Terms.Of(task).Zh : OfficialWords.None,
                                    m.ResponsibleUnit,
                                    Months(m),
                                ]
                    ),
                ]
            )
            {
                Caption = "表1　创新举措一览",
            }
        );
        foreach (var measure in measures)
        {
            body.Heading(3, string.IsNullOrWhiteSpace(measure.Title) ? Empty : measure.Title)
                .Add(
                    new FactTable([
                        new(
                            "对应子任务",
                            measure.SubTask is { } task
                                ? $"{Terms.Of(task.Area()).Zh}／{Terms.Of(task).Zh}"
                                : OfficialWords.None
                        ),
                        new("创新点", OrNone(measure.Innovation)),
                        new("责任单位", OrNone(measure.ResponsibleUnit)),
                        new("协同单位", OrNone(measure.CoUnits)),
                        new("起止时间", Months(measure)),
                        new("成果形式", OrNone(measure.Deliverable)),
                        new("可核验目标", OrNone(measure.Target)),
                    ])
                );
        }
    }

    private static void AddSupport(DocumentBody body, IReadOnlyList<SupportLine> lines)
    {
        if (lines.Count == 0)
        {
            body.Text(Empty);
            return;
        }

        var rows = lines
            .OrderBy(l => l.Year)
            .ThenBy(l => l.Level)
            .Select(l =>
                (IReadOnlyList<string>)
                    [
                        Number(l.Year),
                        Terms.Of(l.Level).Zh,
                        Number(l.Staff),
                        FigureText.Write(l.Funding),
                        OrNone(l.Facilities),
                    ]
            );
        body.Add(
            new Table(
                [
                    new("年度", 12, Align.Center),
                    new("层级", 12, Align.Center),
                    new("人员（人）", 16, Align.Right),
                    new("经费（万元）", 20, Align.Right),
                    new("场所、设备等", 40),
                ],
                [
                    .. rows,
                    [
                        "合计",
                        "",
                        OfficialWords.None,
                        FigureText.Write(lines.Sum(l => l.Funding)),
                        "",
                    ],
                ]
            )
            {
                Caption = "表2　各级政府人财物支持",
                Note = "人员为当年投入的人数，各年度不相加；经费为当年安排数。",
            }
        );
    }

    private static string Months(Measure measure) =>
        $"{OfficialWords.Month(measure.StartMonth)}—{OfficialWords.Month(measure.FinishMonth)}";

    private static string OrNone(string text) =>
        string.IsNullOrWhiteSpace(text) ? OfficialWords.None : text;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
