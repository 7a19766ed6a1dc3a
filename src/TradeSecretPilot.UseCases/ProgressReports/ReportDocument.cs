using System.Globalization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>进展情况报告 of one half-year, to SAMR and the province (四（三）).</summary>
internal static class ReportDocument
{
    private const string Empty = "（未填写）";

    /// <param name="VersionNumber">0 for a draft.</param>
    /// <param name="Day">Day of filing; of a draft the day it was saved.</param>
    public sealed record Source(
        string RegionName,
        string OrganizationName,
        string Regulator,
        string BatchName,
        DateOnly PeriodStartsOn,
        DateOnly DueOn,
        ReportContent Content,
        int VersionNumber,
        DateOnly Day,
        Verification Verification
    );

    /// <summary>2022年下半年.</summary>
    public static string PeriodName(DateOnly dueOn)
    {
        var (year, isFirstHalf) = ReportPeriod.HalfYearOf(dueOn);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{year}年{(isFirstHalf ? "上" : "下")}半年"
        );
    }

    public static OfficialDocument Of(Source source)
    {
        var isDraft = source.VersionNumber == 0;
        var period = PeriodName(source.DueOn);
        return new OfficialDocument
        {
            Form = DocumentForm.Paper,
            FileName =
                $"{source.RegionName}{period}试点工作进展情况报告（{(isDraft ? "草稿" : $"第{source.VersionNumber}版")}）",
            TitleLines = [$"{source.RegionName}商业秘密保护创新试点", $"{period}工作进展情况报告"],
            Author = source.OrganizationName,
            Subject =
                $"{source.BatchName}试点 {OfficialWords.Day(source.PeriodStartsOn)}至{OfficialWords.Day(source.DueOn)}",
            Date = source.Day,
            Marks = isDraft ? ["草稿，尚未报送"] : [],
            Addressee = $"{OfficialWords.Samr}、{source.Regulator}",
            Body = BodyOf(source),
            Attachments = AttachmentList.NamesOf(source.Content.Attachments),
            Signature = new Signature(source.OrganizationName, OfficialWords.Day(source.Day)),
            Verification = source.Verification,
        };
    }

    private static IReadOnlyList<Block> BodyOf(Source source)
    {
        var content = source.Content;
        var body = new DocumentBody().Text(
            $"现将{OfficialWords.Day(source.PeriodStartsOn)}至{OfficialWords.Day(source.DueOn)}试点工作进展情况报告如下。"
        );
        if (content.IsNil)
        {
            body.Heading(1, "零报告")
                .Text("本期没有需要报告的进展。")
                .TextOr(content.Summary, Empty);
        }
        else
        {
            AddProgress(body, content);
        }

        if (AttachmentList.Of(content.Attachments, "附件一览") is { } files)
        {
            body.Add(files);
        }

        return body.Blocks;
    }

    private static void AddProgress(DocumentBody body, ReportContent content)
    {
        body.Heading(1, "总体进展").TextOr(content.Summary, Empty).Heading(1, "重点任务进展");
        foreach (var area in Enum.GetValues<TaskArea>())
        {
            body.Heading(2, Terms.Of(area).Zh)
                .TextOr(content.Areas.GetValueOrDefault(area) ?? "", "本期无进展需要报告。");
        }

        body.Heading(1, "主要指标")
            .Add(FiguresOf(content))
            .Heading(1, "存在的问题和困难")
            .TextOr(content.Problems, "无。")
            .Heading(1, "下一步工作")
            .TextOr(content.NextSteps, Empty);
    }

    private static Table FiguresOf(ReportContent content) =>
        new(
            [
                new("任务", 30),
                new("指标", 26),
                new("口径", 10, Align.Center),
                new("单位", 13, Align.Center),
                new("本期", 14, Align.Right),
                new("累计", 14, Align.Right),
            ],
            [
                .. Indicators.All.Select(i =>
                {
                    var figure = content.Figures.GetValueOrDefault(i.Code);
                    return (IReadOnlyList<string>)
                        [
                            i.SubTask is { } task ? Terms.Of(task).Zh : "人财物投入",
                            i.NameZh,
                            Terms.Of(i.Kind).Zh,
                            i.UnitZh,
                            figure is null ? OfficialWords.None : FigureText.Write(figure.Period),
                            figure is null
                                ? OfficialWords.None
                                : FigureText.Write(figure.Cumulative),
                        ];
                }),
            ]
        )
        {
            Note =
                "流量为本期内发生数，存量为期末数；累计自试点启动起算，存量的累计即期末数。“—”为未填，与0不同。",
        };
}
