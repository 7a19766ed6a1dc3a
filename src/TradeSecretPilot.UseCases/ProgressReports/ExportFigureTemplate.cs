using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>导出模板: the figures of the own report as they stand, beside those of earlier half-years, to be filled in and read again.</summary>
[RecordsTaking(Act.TemplateTaken)]
[OneSnapshot]
public sealed class ExportFigureTemplate(PilotSessions sessions, WorkbookPrinter printer)
{
    public sealed record Input(Guid ObligationId);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditReports, ct);
        var read = await GetReportDraft.ReadAsync(
            session,
            new GetReportDraft.Input(input.ObligationId),
            ct
        );
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var view = read.Value;
        var lines = view.Figures.ToDictionary(f => f.Code);
        return await printer.TemplateAsync(
            session,
            input.ObligationId,
            $"{view.RegionName}{ReportDocument.PeriodName(view.DueOn)}指标填报模板",
            FigureSheet.Of(
                view.Content.Figures,
                code => lines[code].LastPeriod,
                code => lines[code].CumulativePrefill
            ),
            FigureSheet.Rules,
            ct
        );
    }
}
