using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.Web.Parts.Reports;

namespace TradeSecretPilot.Web.Pages.Pilots;

/// <summary>指标走势: an indicator's sums of each half-year so far, as bars and as a table.</summary>
public sealed partial class IndicatorTrends
{
    /// <summary>Drawn by the tokens, so that they follow light and dark.</summary>
    private static readonly BarChartOptions Options = new()
    {
        ChartPalette = ["var(--accent)"],
        ShowLegend = false,
        ShowToolTips = false,
        ShowValues = true,
        YAxisLines = false,
        XAxisLines = false,
        YAxisFormat = "#,0.##",
        MaxNumYAxisTicks = 3,
        FixedBarWidth = 28,
    };

    [Parameter, EditorRequired]
    public required IReadOnlyList<(
        Indicator Indicator,
        GetReportingProgress.IndicatorRow Sum
    )> Rows { get; set; }

    /// <summary>The half-years that the sums are of.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ReportPeriod> Periods { get; set; }

    private string[] Labels =>
        [
            .. Periods
                .Select(p => ReportPeriod.HalfYearOf(p.DueOn))
                .Select(half =>
                    half.IsFirstHalf
                        ? L["{0:00}上", half.Year % 100].Value
                        : L["{0:00}下", half.Year % 100].Value
                ),
        ];

    private static List<ChartSeries<double>> Series(
        Indicator indicator,
        GetReportingProgress.IndicatorRow sum
    ) =>
        [
            new()
            {
                Name = ReportWords.NameOf(indicator),
                Data = sum.ByPeriod.Select(v => (double)v).ToArray(),
            },
        ];
}
