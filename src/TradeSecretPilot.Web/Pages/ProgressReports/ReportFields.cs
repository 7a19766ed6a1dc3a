using System.Globalization;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Web.Components;

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
                Text(part == Period ? f.Period : f.Cumulative),
            _ when FileText.IsTitle(key) => FileText.Read(content.Attachments, key) ?? "",
            _ => "",
        };

    /// <summary>The report with one field changed; a key nobody knows, or a figure that is none, changes nothing.</summary>
    public static ReportContent Write(ReportContent content, string key, string value) =>
        key.Split(':') switch
        {
            [Summary] => content with { Summary = value },
            [Problems] => content with { Problems = value },
            [NextSteps] => content with { NextSteps = value },
            [Nil] => content with { IsNil = value == bool.TrueString },
            ["area", var name] when Enum.TryParse<TaskArea>(name, out var area) => content with
            {
                Areas = new Dictionary<TaskArea, string>(content.Areas) { [area] = value },
            },
            ["figure", var code, var part] when Indicators.Find(code) is not null => WriteFigure(
                content,
                code,
                part,
                value
            ),
            _ when FileText.Read(content.Attachments, key) is not null => content with
            {
                Attachments = FileText.Write(content.Attachments, key, value),
            },
            _ => content,
        };

    /// <summary>Theirs with what I changed on top of it; what I did not touch stays as they have it.</summary>
    /// <param name="start">The report both started from.</param>
    public static ReportContent Merge(
        ReportContent start,
        ReportContent mine,
        ReportContent theirs
    ) =>
        Keys.Where(key => Read(mine, key) != Read(start, key))
            .Aggregate(theirs, (merged, key) => Write(merged, key, Read(mine, key))) with
        {
            Attachments = ListMerge.Of(
                start.Attachments,
                mine.Attachments,
                theirs.Attachments,
                a => a.Id
            ),
        };

    /// <summary>What a key means, in the page's language.</summary>
    public static string Word(IStringLocalizer l, string key) =>
        key.Split(':') switch
        {
            [Summary] => l["总体进展"],
            [Problems] => l["存在的问题和困难"],
            [NextSteps] => l["下一步工作"],
            [Nil] => l["零报告"],
            _ when FileText.IsTitle(key) => l["附件"],
            ["area", var name] => l[PlanWords.Of(Enum.Parse<TaskArea>(name))],
            ["figure", var code, var part] when Indicators.Find(code) is { } indicator => part
            == Period
                ? l["{0}，本期", ReportWords.NameOf(indicator)]
                : l["{0}，累计", ReportWords.NameOf(indicator)],
            _ => key,
        };

    /// <summary>A figure from 0 to the greatest, with at most two decimals; null when the text is none.</summary>
    public static decimal? Parse(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var value
        )
        && value <= ReportContent.MaxFigure
        && decimal.Round(value, 2) == value
            ? value
            : null;

    public static string Text(decimal value) =>
        value.ToString("0.##", CultureInfo.InvariantCulture);

    private static ReportContent WriteFigure(
        ReportContent content,
        string code,
        string part,
        string value
    )
    {
        var figures = new Dictionary<string, Figure>(content.Figures);
        if (value.Length == 0)
        {
            figures.Remove(code);
        }
        else if (Parse(value) is { } number)
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
