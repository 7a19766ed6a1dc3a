using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Parts.Reports;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>
/// The fields of a report by key, so that one field can be read, written, kept in the browser and compared by itself:
/// <c>summary</c>, <c>area:Enforcement</c>, <c>figure:Complaints:period</c>.
/// </summary>
public static class ReportFields
{
    public const string Summary = "summary";
    public const string Problems = "problems";
    public const string NextSteps = "nextSteps";
    public const string Nil = "nil";

    private const string Period = "period";
    private const string Cumulative = "cumulative";

    /// <summary>Every key, in the order of the page.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        Nil,
        Summary,
        .. Enum.GetValues<TaskArea>().Select(Area),
        .. Indicators.All.SelectMany(i => new[] { PeriodOf(i.Code), CumulativeOf(i.Code) }),
        Problems,
        NextSteps,
    ];

    /// <summary>Every key of a report, the titles of its attachments at the end.</summary>
    public static IEnumerable<string> KeysOf(ReportContent content) =>
        Keys.Concat(content.Attachments.Select(FileText.KeyOf));

    public static string Area(TaskArea area) => $"area:{area}";

    public static string PeriodOf(string code) => $"figure:{code}:{Period}";

    public static string CumulativeOf(string code) => $"figure:{code}:{Cumulative}";

    /// <summary>The value as its control holds it; empty for what is not filled in.</summary>
    public static string Read(ReportContent content, string key) =>
        key.Split(':') switch
        {
            [Summary] => content.Summary,
            [Problems] => content.Problems,
            [NextSteps] => content.NextSteps,
            [Nil] => content.IsNil ? bool.TrueString : "",
            ["area", var name] when Enum.TryParse<TaskArea>(name, out var area) =>
                content.Areas.GetValueOrDefault(area) ?? "",
            ["figure", var code, var part] when content.Figures.TryGetValue(code, out var f) =>
                FigureText.Edit(part == Period ? f.Period : f.Cumulative),
            _ when FileText.IsTitle(key) => FileText.Read(content.Attachments, key) ?? "",
            _ => "",
        };

    /// <summary>
    /// The report with one field changed; a key nobody knows, or a text that cannot be the field's value (<see cref="WhyNot"/>),
    /// changes nothing.
    /// </summary>
    public static ReportContent Write(ReportContent content, string key, string value) =>
        key.Split(':') switch
        {
            [Summary] => content with { Summary = Characters.Clean(value) },
            [Problems] => content with { Problems = Characters.Clean(value) },
            [NextSteps] => content with { NextSteps = Characters.Clean(value) },
            [Nil] => content with { IsNil = value == bool.TrueString },
            ["area", var name] when Enum.TryParse<TaskArea>(name, out var area) => content with
            {
                Areas = new Dictionary<TaskArea, string>(content.Areas)
                {
                    [area] = Characters.Clean(value),
                },
            },
            ["figure", var code, var part] when Indicators.Find(code) is { } indicator =>
                WriteFigure(content, indicator, part, value),
            _ when FileText.Read(content.Attachments, key) is not null => content with
            {
                Attachments = FileText.Write(content.Attachments, key, value),
            },
            _ => content,
        };

    /// <summary>The indicator whose half-year's value a key stands for; null when it stands for something else.</summary>
    public static Indicator? PeriodIndicator(string key) =>
        key.Split(':') is ["figure", var code, Period] ? Indicators.Find(code) : null;

    /// <summary>What a key means, in the page's language.</summary>
    public static string Word(IStringLocalizer l, string key) =>
        key.Split(':') switch
        {
            [Summary] => l["总体进展"],
            [Problems] => l["存在的问题和困难"],
            [NextSteps] => l["下一步工作"],
            [Nil] => l["零报告"],
            ["figures"] => l["指标"],
            [FileText.Anchor] => l["附件"],
            _ when FileText.IsTitle(key) => l["附件"],
            ["area", var name] => l[PlanWords.Of(Enum.Parse<TaskArea>(name))],
            ["figure", var code, var part] when Indicators.Find(code) is { } indicator => part
            == Period
                ? l["{0}，本期", ReportWords.NameOf(indicator)]
                : l["{0}，累计", ReportWords.NameOf(indicator)],
            _ => key,
        };

    /// <summary>Why a text cannot be the value of a field; null when it can.</summary>
    public static Refusal? WhyNot(string key, string value) =>
        !FigureText.IsBlank(value)
        && key.Split(':') is ["figure", var code, _]
        && Indicators.Find(code) is { } indicator
            ? FigureText.Read(value, ReportContent.RangeOf(indicator)).Refusal
            : null;

    private static ReportContent WriteFigure(
        ReportContent content,
        Indicator indicator,
        string part,
        string value
    )
    {
        var figures = new Dictionary<string, Figure>(content.Figures);
        var code = indicator.Code;
        // A cumulative value goes with the half-year's own: without it there is no figure, and it alone ends none.
        if (part != Period && (FigureText.IsBlank(value) || !figures.ContainsKey(code)))
        {
            return content;
        }

        if (FigureText.IsBlank(value))
        {
            figures.Remove(code);
        }
        else if (
            FigureText.Read(value, ReportContent.RangeOf(indicator)) is
            { Refusal: null, Value: var number }
        )
        {
            var former = figures.GetValueOrDefault(code) ?? new Figure(number, number);
            figures[code] =
                part == Period
                    ? former with
                    {
                        Period = number,
                    }
                    : former with
                    {
                        Cumulative = number,
                    };
        }

        return content with
        {
            Figures = figures,
        };
    }
}
