using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Typst;
using TradeSecretPilot.Web.Host.Demo;
using TradeSecretPilot.Web.Host.Endpoints;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>Official documents (section <c>Documents</c>) and the store of files (section <c>Files</c>) by configuration.</summary>
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
                S3 =
                    builder
                        .Configuration.GetSection($"{FileStoreOptions.Section}:S3")
                        .Get<S3Options>()
                    ?? new S3Options(),
                Scanner =
                    builder.Configuration.GetSection(ScannerOptions.Section).Get<ScannerOptions>()
                    ?? new ScannerOptions(),
            }
        );
        builder.Services.AddHostedService<DocumentWarmUp>();
        builder
            .Services.AddHealthChecks()
            .AddCheck<DocumentHealth>("documents")
            .AddCheck<FileHealth>("files")
            .AddCheck<ScannerHealth>("scanner");
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

/// <summary>Whether uploaded files can be kept and handed out.</summary>
public sealed class FileHealth(FileStore files, ILogger<FileHealth> logger) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await files.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (FileStoreException e)
        {
            logger.LogError(e, "The store of files does not serve");
            return HealthCheckResult.Unhealthy(
                "文件存储不可用，请检查Files设置和存储服务。 The store of files does not serve: check the settings under Files and its server."
            );
        }
    }
}

/// <summary>Whether the scanner for viruses answers, where there is to be one; without its answer no file is taken.</summary>
public sealed class ScannerHealth(VirusScanner scanner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        !scanner.Options.IsUsed ? HealthCheckResult.Healthy("没有配置病毒扫描。 No scanner is set.")
        : await scanner.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy()
        : HealthCheckResult.Degraded(
            "病毒扫描服务没有回应，暂时不能上传文件。 The virus scanner does not answer: no file is taken."
        );
}
