using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>导出模板: the support table of the own plan as it stands, to be filled in and read again.</summary>
[RecordsTaking(Act.TemplateTaken)]
[OneSnapshot]
public sealed class ExportSupportTemplate(PilotSessions sessions, WorkbookPrinter printer)
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
                $"{found.Application.RegionName}{SupportSheet.Name}填报模板",
                SupportSheet.Of(found.Application.Plan.Support),
                SupportSheet.Rules,
                ct
            );
    }
}
