using System.Globalization;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.ProgressReports;

namespace TradeSecretPilot.Web.Components;

/// <summary>The words of half-year reports: periods, turns, indicators and history.</summary>
public static class ReportWords
{
    /// <summary>第3期（2023年下半年）.</summary>
    public static string Period(IStringLocalizer l, int ordinal, DateOnly dueOn) =>
        l["第{0}期（{1}）", ordinal, HalfYear(l, dueOn)];

    /// <summary>2023年下半年, by the day on which the report is due.</summary>
    public static string HalfYear(IStringLocalizer l, DateOnly dueOn) =>
        dueOn.Month <= 6 ? l["{0}年上半年", dueOn.Year] : l["{0}年下半年", dueOn.Year];

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

    public static string Of(Addressee addressee) =>
        addressee == Addressee.National ? "市场监管总局" : "省级市场监管部门";

    /// <summary>Flow or stock, as tables show it; the key of its translation.</summary>
    public static string Of(IndicatorKind kind) => kind == IndicatorKind.Flow ? "流量" : "期末";

    public static string NameOf(Indicator indicator) =>
        IsChinese ? indicator.NameZh : indicator.NameEn;

    public static string UnitOf(Indicator indicator) =>
        IsChinese ? indicator.UnitZh : indicator.UnitEn;

    /// <summary>件，流量.</summary>
    public static string Measure(IStringLocalizer l, Indicator indicator) =>
        l["{0}，{1}", UnitOf(indicator), l[Of(indicator.Kind)].Value];

    /// <summary>1,286 or 12.5, without needless zeros.</summary>
    public static string Number(decimal value) =>
        value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>The history of a pilot or of a report, ending with whose turn it is.</summary>
    public static IReadOnlyList<TimelineStep> History(
        IStringLocalizer l,
        IEnumerable<TimelineEntry> entries
    ) =>
        [
            .. entries.Select(e => new TimelineStep(
                e.At,
                ActorWords.Who(l, e.OrganizationName, e.ActorName),
                l[ActWords.Of(e.Act)],
                e.Note,
                ActWords.MarkOf(e.Act)
            )),
        ];

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
