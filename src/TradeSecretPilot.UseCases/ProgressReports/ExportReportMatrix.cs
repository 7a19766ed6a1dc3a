using System.Globalization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>导出 of region × period: one word a cell, and the day of filing beside it.</summary>
[RecordsTaking(Act.ListTaken)]
[OneSnapshot]
public sealed class ExportReportMatrix(PilotSessions sessions, WorkbookPrinter printer)
{
    /// <param name="Batch">Null for the latest batch that was launched.</param>
    /// <param name="ProvinceCode">Null for every province within the remit.</param>
    public sealed record Input(BatchKey? Batch = null, string? ProvinceCode = null);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        if (await session.FindRunningBatchAsync(input.Batch, ct) is not { } batch)
        {
            return ReportRefusals.NotFound();
        }

        var province = input.ProvinceCode;
        var regions = await GetReportMatrix.Regions(session, batch.Id, province).ToExportAsync(ct);
        if (regions.Refusal is { } refusal)
        {
            return refusal;
        }

        var cells = await GetReportMatrix.CellsAsync(
            session,
            session.Db.ReportObligations.Where(o =>
                o.BatchId == batch.Id && (province == null || o.ProvinceCode == province)
            ),
            ct
        );
        return await printer.ExportAsync(
            session,
            $"{batch.NameZh}进展报告报送情况",
            [
                Describe(batch.ReportPeriods)
                    .Of(regions.Value.Select(r => GetReportMatrix.ToRow(r, cells))),
            ],
            ExportFacts.Of(
                ("批次", batch.NameZh),
                ("省份", await session.ProvinceAsync(province, ct))
            ),
            ["每格一个词；零报告是已报送，不是缺报。按行政区划代码排列，不作排名。"],
            ct
        );
    }

    private static SheetOf<GetReportMatrix.Row> Describe(IReadOnlyList<ReportPeriod> periods)
    {
        var sheet = new SheetOf<GetReportMatrix.Row>("报送情况")
            .Text("试点地区", 24, r => r.RegionName)
            .Text("省份", 20, r => r.ProvinceName);
        foreach (var period in periods)
        {
            var (ordinal, name) = (
                period.Ordinal,
                string.Create(CultureInfo.InvariantCulture, $"第{period.Ordinal}期")
            );
            sheet = sheet
                .Text(
                    name,
                    16,
                    r => r.Cells.TryGetValue(ordinal, out var cell) ? WordOf(cell) : null,
                    $"{ReportDocument.PeriodName(period.DueOn)}，{OfficialWords.Day(period.DueOn)}24:00截止。"
                )
                .Date(
                    $"{name}报送日期",
                    14,
                    r =>
                        r.Cells.GetValueOrDefault(ordinal)?.FiledAt is { } filed
                            ? BeijingTime.DayOf(filed)
                            : null
                );
        }

        return sheet;
    }

    /// <summary>The one word, and what it leaves out: late, nil.</summary>
    private static string WordOf(GetReportMatrix.Cell cell)
    {
        var word = Terms.Of(cell.State).Zh;
        return (
            IsLate: cell is { IsLate: true, State: not ReportCell.Late },
            IsNil: cell is { IsNil: true, State: not ReportCell.Nil }
        ) switch
        {
            (true, true) => $"{word}（逾期，零报告）",
            (true, false) => $"{word}（逾期）",
            (false, true) => $"{word}（零报告）",
            _ => word,
        };
    }
}
