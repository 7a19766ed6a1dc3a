using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.Domain.ProgressReports;

/// <summary>进展情况报告 of one half-year: six areas, figures, problems and next steps.</summary>
public sealed record ReportContent
{
    public const int TextMaxLength = 4000;
    public const decimal MaxFigure = 1_000_000_000m;

    public static ReportContent Empty { get; } = new();

    /// <summary>零报告: the region states that there was nothing to report. Distinct from not reporting.</summary>
    public bool IsNil { get; init; }

    /// <summary>总体进展 (for a nil report, the reason).</summary>
    public string Summary { get; init; } = "";

    /// <summary>Progress by task area.</summary>
    public IReadOnlyDictionary<TaskArea, string> Areas { get; init; } =
        new Dictionary<TaskArea, string>();

    /// <summary>存在的问题和困难.</summary>
    public string Problems { get; init; } = "";

    /// <summary>下一步工作.</summary>
    public string NextSteps { get; init; } = "";

    /// <summary>Figures by indicator code; an absent code is not yet filled in, zero is a figure.</summary>
    public IReadOnlyDictionary<string, Figure> Figures { get; init; } =
        new Dictionary<string, Figure>();

    /// <summary>附件.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>The value of an indicator for the half-year and since the launch, in the indicator's unit.</summary>
/// <param name="Period">This half-year (flow), or at its end (stock).</param>
/// <param name="Cumulative">Since the launch; for a stock the same as <paramref name="Period"/>.</param>
public sealed record Figure(decimal Period, decimal Cumulative);

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
        if (texts.Any(t => t.Length > ReportContent.TextMaxLength))
        {
            return ReportRefusals.TextTooLong();
        }

        var figuresFit = content.Figures.All(f =>
            Indicators.Find(f.Key) is not null && Fits(f.Value.Period) && Fits(f.Value.Cumulative)
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

        if (content.IsNil)
        {
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
        return gaps;
    }

    private static bool Fits(decimal value) =>
        value is >= 0 and <= ReportContent.MaxFigure && decimal.Round(value, 2) == value;
}
