using System.Globalization;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>公布名单的通知 (四（二）).</summary>
internal static class AnnouncementDocument
{
    public sealed record Source
    {
        public required string BatchName { get; init; }

        /// <summary>Null while it is not given yet.</summary>
        public required string? DocumentNumber { get; init; }

        public required DateOnly Day { get; init; }

        public required DateOnly PilotStartsOn { get; init; }

        public required DateOnly PilotEndsOn { get; init; }

        /// <summary>Province and region, in the order of divisions.</summary>
        public required IReadOnlyList<(
            string ProvinceName,
            string RegionName
        )> Regions { get; init; }

        /// <summary>Null for a draft.</summary>
        public required Verification? Verification { get; init; }
    }

    public static OfficialDocument Of(Source source)
    {
        var isDraft = source.Verification is null;
        var years = source.PilotEndsOn.AddDays(1).Year - source.PilotStartsOn.Year;
        var day = OfficialWords.Day(source.Day);
        var document = new OfficialDocument
        {
            Form = DocumentForm.Notice,
            FileName = $"{source.BatchName}全国商业秘密保护创新试点地区名单",
            TitleLines =
            [
                $"市场监管总局关于公布{source.BatchName}",
                "全国商业秘密保护创新试点地区名单的通知",
            ],
            Author = OfficialWords.Samr,
            Subject = $"{source.BatchName}全国商业秘密保护创新试点地区名单",
            Date = source.Day,
            Marks = isDraft ? ["草稿，尚未公布"] : [],
            Masthead = new Masthead(
                $"{OfficialWords.Samr}文件",
                source.DocumentNumber ?? "（文号待定）"
            ),
            Addressee = "各省、自治区、直辖市和新疆生产建设兵团市场监管局（厅、委）",
            Body = new DocumentBody()
                .Text(
                    $"按照《全国商业秘密保护创新试点工作方案》，经地方政府申请、省级市场监管部门审核推荐和专家评估论证，确定{source.Regions.Count}个地区为{source.BatchName}全国商业秘密保护创新试点地区，现将名单予以公布。"
                )
                .Text(
                    $"创新试点自{OfficialWords.Day(source.PilotStartsOn)}起启动，周期{OfficialWords.Counted(years)}年，至{OfficialWords.Day(source.PilotEndsOn)}期满。各试点地区要按照工作方案明确责任分工，细化时间节点，加大人、财、物投入，并于每年6月底、12月底将进展情况报送市场监管总局和所在地省级市场监管部门。"
                )
                .Text(
                    "各省级市场监管部门要加强对试点地区的跟踪指导，及时总结好经验好做法，工作中的重要情况和问题请及时报告。"
                )
                .Blocks,
            Attachments = [$"{source.BatchName}全国商业秘密保护创新试点地区名单"],
            Annex =
            [
                new AnnexHead("附件", $"{source.BatchName}全国商业秘密保护创新试点地区名单"),
                new Table(
                    [new("序号", 14, Align.Center), new("省（区、市）", 40), new("试点地区", 46)],
                    [
                        .. source.Regions.Select(
                            (r, i) =>
                                (IReadOnlyList<string>)
                                    [
                                        (i + 1).ToString(CultureInfo.InvariantCulture),
                                        r.ProvinceName,
                                        r.RegionName,
                                    ]
                        ),
                    ]
                )
                {
                    Size = 12,
                    Note = "按行政区划代码排列，排名不分先后。",
                },
            ],
            Signature = new Signature("市场监管总局", day),
            Imprint = new Imprint(null, "市场监管总局办公厅", day),
            Verification = source.Verification,
        };
        return isDraft ? document.WithFingerprint() : document;
    }
}
