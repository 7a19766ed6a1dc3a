using System.Globalization;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Parts.Reports;

/// <summary>The words of half-year reports: periods, turns, indicators and history.</summary>
public static class ReportWords
{
    /// <summary>第3期（2023年下半年）.</summary>
    public static string Period(IStringLocalizer l, int ordinal, DateOnly dueOn) =>
        l["第{0}期（{1}）", ordinal, HalfYear(l, dueOn)];

    /// <summary>2023年下半年, by the day on which the report is due.</summary>
    public static string HalfYear(IStringLocalizer l, DateOnly dueOn) =>
        ReportPeriod.HalfYearOf(dueOn) is var (year, isFirstHalf) && isFirstHalf
            ? l["{0}年上半年", year]
            : l["{0}年下半年", year];

    /// <summary>Who acts next; null when it is the reader, or nobody.</summary>
    public static string? Who(IStringLocalizer l, ReportNextActor next, string region) =>
        next switch
        {
            ReportNextActor.Region => region,
            ReportNextActor.Province => l["省级市场监管部门"],
            ReportNextActor.National => l["市场监管总局"],
            ReportNextActor.BothAddressees => l["总局和省级"],
            _ => null,
        };

    /// <summary>What is to be done with a report, the key of its translation; null when nothing is.</summary>
    public static string? Act(ReportStatus status) =>
        status switch
        {
            ReportStatus.Due => "报送",
            ReportStatus.Missing => "补报",
            ReportStatus.Supplement => "补充后报送",
            ReportStatus.Filed => "签收",
            _ => null,
        };

    /// <summary>Flow or stock, as tables show it; the key of its translation.</summary>
    public static string Of(IndicatorKind kind) => kind == IndicatorKind.Flow ? "流量" : "期末";

    public static string NameOf(Indicator indicator) =>
        Cultures.IsChinese ? indicator.NameZh : indicator.NameEn;

    public static string UnitOf(Indicator indicator) =>
        Cultures.IsChinese ? indicator.UnitZh : indicator.UnitEn;

    /// <summary>件，流量.</summary>
    public static string Measure(IStringLocalizer l, Indicator indicator) =>
        l["{0}，{1}", UnitOf(indicator), l[Of(indicator.Kind)].Value];

    /// <summary>The history of a pilot or of a report.</summary>
    /// <param name="periods">In words, by the report they are of: one line holds those of all half-years.</param>
    public static IReadOnlyList<TimelineStep> History(
        IStringLocalizer l,
        IEnumerable<TimelineEntry> entries,
        IReadOnlyDictionary<Guid, string>? periods = null
    ) =>
        [
            .. entries.Select(e => new TimelineStep(
                e.At,
                ActorWords.Who(l, e.OrganizationName, e.ActorName),
                periods?.GetValueOrDefault(e.SubjectId) is { } period
                    ? l["{0}，{1}", InLanguage.Of(Terms.Of(e.Act)), period]
                    : InLanguage.Of(Terms.Of(e.Act)),
                e.Note,
                ActMarks.Of(e.Act)
            )),
        ];
}
