using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.ProgressReports;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>
/// What a filled-in template makes of a report's figures. Indicators that it leaves empty stay as they are; a cumulative value that
/// it leaves empty follows from the half-year's.
/// </summary>
/// <param name="Content">The report afterwards.</param>
public sealed record FigureChanges(
    ReportContent Content,
    IReadOnlyList<(Indicator Indicator, Figure? Before, Figure After)> Changed
)
{
    public static FigureChanges Of(ReportEditing editing, IReadOnlyList<FigureRow> rows)
    {
        var figures = new Dictionary<string, Figure>(editing.Content.Figures);
        var changed = new List<(Indicator, Figure?, Figure)>();
        foreach (var row in rows)
        {
            var indicator = Indicators.Find(row.Code)!;
            var before = figures.GetValueOrDefault(row.Code);
            var after = new Figure(
                row.Period,
                row.Cumulative ?? editing.Follow(indicator, row.Period)
            );
            if (before != after)
            {
                figures[row.Code] = after;
                changed.Add((indicator, before, after));
            }
        }

        return new FigureChanges(editing.Content with { Figures = figures }, changed);
    }
}
