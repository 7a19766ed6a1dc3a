using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Rendering.Excel;
using TradeSecretPilot.UseCases.Rendering.Typst;

namespace TradeSecretPilot.UseCases.Rendering;

public static class RenderingSetup
{
    public static IServiceCollection AddPilotDocuments(
        this IServiceCollection services,
        DocumentOptions options
    ) =>
        services
            .AddSingleton(options)
            .AddSingleton<DocumentRenderer>()
            .AddSingleton<DocumentPrinter>()
            .AddSingleton<WorkbookPrinter>();
}
