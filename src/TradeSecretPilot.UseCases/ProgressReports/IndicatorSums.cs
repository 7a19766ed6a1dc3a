using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// Indicators added up over the regions of a batch, up to one half-year: what was filed for the period, and the latest cumulative
/// figure of each region.
/// </summary>
internal static class IndicatorSums
{
    /// <summary>Figures are stored in hundredths.</summary>
    private const decimal Scale = 100m;

    public static async Task<List<GetReportingProgress.IndicatorRow>> ReadAsync(
        PilotSession session,
        Guid batchId,
        int ordinal,
        CancellationToken ct
    )
    {
        var figures =
            from o in session.Db.ReportObligations
            where o.BatchId == batchId && o.Ordinal <= ordinal
            join f in session.Db.ReportFigures on o.Id equals f.ObligationId
            select new
            {
                o.PilotId,
                o.Ordinal,
                f.IndicatorCode,
                f.PeriodHundredths,
                f.CumulativeHundredths,
            };
        var periods = await figures
            .GroupBy(f => new { f.Ordinal, f.IndicatorCode })
            .Select(g => new
            {
                g.Key.Ordinal,
                g.Key.IndicatorCode,
                Sum = g.Sum(f => f.PeriodHundredths),
                Regions = g.Count(),
            })
            .ToDictionaryAsync(g => (g.Ordinal, g.IndicatorCode), ct);
        var cumulative = await figures
            .Where(f =>
                !figures.Any(later =>
                    later.PilotId == f.PilotId
                    && later.IndicatorCode == f.IndicatorCode
                    && later.Ordinal > f.Ordinal
                )
            )
            .GroupBy(f => f.IndicatorCode)
            .Select(g => new { Code = g.Key, Sum = g.Sum(f => f.CumulativeHundredths) })
            .ToDictionaryAsync(g => g.Code, g => g.Sum, ct);
        return
        [
            .. Indicators.All.Select(i => new GetReportingProgress.IndicatorRow(
                i.Code,
                (periods.GetValueOrDefault((ordinal, i.Code))?.Sum ?? 0) / Scale,
                (periods.GetValueOrDefault((ordinal - 1, i.Code))?.Sum ?? 0) / Scale,
                cumulative.GetValueOrDefault(i.Code) / Scale,
                periods.GetValueOrDefault((ordinal, i.Code))?.Regions ?? 0,
                [
                    .. Enumerable
                        .Range(1, ordinal)
                        .Select(o => (periods.GetValueOrDefault((o, i.Code))?.Sum ?? 0) / Scale),
                ]
            )),
        ];
    }
}
