using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>导出模板: the measures of the own plan as they stand, to be filled in and read again.</summary>
[RecordsTaking(Act.TemplateTaken)]
[OneSnapshot]
public sealed class ExportMeasureTemplate(PilotSessions sessions, WorkbookPrinter printer)
{
    public sealed record Input(Guid ApplicationId);

    public async Task<Result<DocumentFile>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditApplication, ct);
        return await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found
            ? ApplicationRefusals.NotFound()
            : await printer.TemplateAsync(
                session,
                input.ApplicationId,
                $"{found.Application.RegionName}{MeasureSheet.Name}填报模板",
                MeasureSheet.Of(found.Application.Plan.Measures),
                MeasureSheet.Rules,
                ct
            );
    }
}
