using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeSecretPilot.UseCases.Documents;
using TradeSecretPilot.UseCases.Documents.Rendering;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.Web.Demo;
using TradeSecretPilot.Web.Documents;

namespace TradeSecretPilot.Web.Hosting;

/// <summary>Official documents by configuration (section <c>Documents</c>) and the folder of files (<c>Files:Folder</c>).</summary>
public static class PortalDocuments
{
    private const string DefaultFiles = "App_Data/files";
    private const string DemoMark = "演示数据，不代表任何真实地区";

    public static void AddPortalDocuments(this WebApplicationBuilder builder)
    {
        var options =
            builder.Configuration.GetSection(DocumentOptions.Section).Get<DocumentOptions>()
            ?? new DocumentOptions();
        builder.Services.AddPilotDocuments(
            builder.IsOn() ? options with { Mark = DemoMark } : options
        );
        builder.Services.AddPilotFiles(
            new FileStoreOptions
            {
                Folder = Path.Combine(
                    builder.Environment.ContentRootPath,
                    builder.Configuration[$"{FileStoreOptions.Section}:Folder"] ?? DefaultFiles
                ),
            }
        );
        builder.Services.AddHostedService<DocumentWarmUp>();
        builder.Services.AddHealthChecks().AddCheck<DocumentHealth>("documents");
        // A preview is one large picture of outlines, a fifth of its size when compressed; nothing in it is a secret of the session.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["image/svg+xml"];
        });
    }
}

/// <summary>Whether official documents can be made; without them the portal runs all the same.</summary>
public sealed class DocumentHealth(DocumentRenderer renderer) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var status = await renderer.CheckAsync(cancellationToken);
        return status.IsComplete
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"缺少{status.Zh}，请运行 {EngineStatus.Remedy}。 Missing: {status.En}; run {EngineStatus.Remedy}."
            );
    }
}
