using System.Text.Json.Serialization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>进展情况报告 of one half-year: six areas, figures, problems and next steps.</summary>
public sealed record ReportContent
{
    public const int TextMaxLength = 4000;
    public const decimal MaxFigure = 1_000_000_000m;

    /// <summary>The present form of the document.</summary>
    public const int CurrentSchema = 1;

    public static ReportContent Empty { get; } = new();

    /// <summary>Version of the form in which the document is written.</summary>
    [JsonPropertyName("schema")]
    public int Schema
    {
        get;
        init => field = DocumentSchema.Known(value, CurrentSchema);
    } = CurrentSchema;

    /// <summary>零报告: the region states that there was nothing to report. Distinct from not reporting.</summary>
    [JsonPropertyName("isNil")]
    public bool IsNil { get; init; }

    /// <summary>总体进展 (for a nil report, the reason).</summary>
    [JsonPropertyName("summary")]
    public string Summary { get; init; } = "";

    /// <summary>Progress by task area.</summary>
    [JsonPropertyName("areas")]
    public IReadOnlyDictionary<TaskArea, string> Areas { get; init; } =
        new Dictionary<TaskArea, string>();

    /// <summary>存在的问题和困难.</summary>
    [JsonPropertyName("problems")]
    public string Problems { get; init; } = "";

    /// <summary>下一步工作.</summary>
    [JsonPropertyName("nextSteps")]
    public string NextSteps { get; init; } = "";

    /// <summary>Figures by indicator code; an absent code is not yet filled in, zero is a figure.</summary>
    [JsonPropertyName("figures")]
    public IReadOnlyDictionary<string, Figure> Figures { get; init; } =
        new Dictionary<string, Figure>();

    /// <summary>附件.</summary>
    [JsonPropertyName("attachments")]
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The range of an indicator's values.</summary>
    public static FigureRange RangeOf(Indicator indicator) =>
        new(MaxFigure, 2, indicator.UnitZh, indicator.UnitEn);

    /// <summary>The report with its texts as they are kept (<see cref="Characters.Clean"/>), and with tables of its own.</summary>
    public ReportContent Clean() =>
        this with
        {
            Summary = Characters.Clean(Summary),
            Areas = Areas.ToDictionary(a => a.Key, a => Characters.Clean(a.Value)),
            Problems = Characters.Clean(Problems),
            NextSteps = Characters.Clean(NextSteps),
            Figures = Figures.ToDictionary(),
            Attachments = Attachment.Clean(Attachments),
        };
}

/// <summary>The value of an indicator for the half-year and since the launch, in the indicator's unit.</summary>
/// <param name="Period">This half-year (flow), or at its end (stock).</param>
/// <param name="Cumulative">Since the launch; for a stock the same as <paramref name="Period"/>.</param>
public sealed record Figure(
    [property: JsonPropertyName("period")] decimal Period,
    [property: JsonPropertyName("cumulative")] decimal Cumulative
);

/// <summary>What may be saved, and what must be there before filing.</summary>
public static class ReportRules
{
    public static Refusal? CheckLimits(ReportContent content)
    {
        string[] texts =
        [
            content.Summary,
            content.Problems,
            content.NextSteps,
            .. content.Areas.Values,
        ];
        if (texts.Any(t => t.Length > TextFault.DraftMaxLength))
        {
            return ReportRefusals.TextTooLong();
        }

        var figuresFit = content.Figures.All(f =>
            Indicators.Find(f.Key) is { } indicator
            && ReportContent.RangeOf(indicator) is var range
            && range.Holds(f.Value.Period)
            && range.Holds(f.Value.Cumulative)
        );
        return figuresFit ? Attachment.Check(content.Attachments) : ReportRefusals.FigureInvalid();
    }

    /// <summary>What is missing before filing: a nil report needs its reason only.</summary>
    public static IReadOnlyList<(string Anchor, string Zh, string En)> Gaps(ReportContent content)
    {
        var gaps = new List<(string, string, string)>();
        if (string.IsNullOrWhiteSpace(content.Summary))
        {
            gaps.Add(
                content.IsNil
                    ? ("summary", "说明零报告的原因", "Give the reason for the nil report")
                    : ("summary", "填写总体进展", "Describe the overall progress")
            );
        }

        AddFault(
            "summary",
            content.Summary,
            content.IsNil ? "零报告的原因" : "总体进展",
            "summary"
        );
        if (content.IsNil)
        {
            AddTitles();
            return gaps;
        }

        if (string.IsNullOrWhiteSpace(content.NextSteps))
        {
            gaps.Add(("nextSteps", "填写下一步工作", "Describe the next steps"));
        }

        if (content.Areas.Values.All(string.IsNullOrWhiteSpace))
        {
            gaps.Add(
                (
                    "areas",
                    "至少填写一个任务领域的进展",
                    "Describe progress in at least one task area"
                )
            );
        }

        gaps.AddRange(
            Indicators
                .All.Where(i => !content.Figures.ContainsKey(i.Code))
                .Select(i =>
                    (
                        $"figure-{i.Code}",
                        $"填写“{i.NameZh}”（没有请填0）",
                        $"Enter “{i.NameEn}” (0 if none)"
                    )
                )
        );
        foreach (var (area, text) in content.Areas.OrderBy(a => a.Key))
        {
            AddFault(
                $"area-{area}",
                text,
                $"第{area:D}项任务的进展",
                $"progress of task area {area:D}"
            );
        }

        AddFault("problems", content.Problems, "存在的问题和困难", "problems");
        AddFault("nextSteps", content.NextSteps, "下一步工作", "next steps");
        AddTitles();
        return gaps;

        void AddFault(string anchor, string text, string zh, string en)
        {
            if (TextFault.Of(text, ReportContent.TextMaxLength) is { } fault)
            {
                gaps.Add((anchor, $"“{zh}”{fault.Zh}", $"The text on the {en} {fault.En}"));
            }
        }

        void AddTitles() =>
            gaps.AddRange(
                Attachment
                    .Faults(content.Attachments)
                    .Select(f =>
                        (
                            "attachments",
                            $"附件{f.Number}的名称{f.Fault.Zh}",
                            $"The title of attachment {f.Number} {f.Fault.En}"
                        )
                    )
            );
    }
}
