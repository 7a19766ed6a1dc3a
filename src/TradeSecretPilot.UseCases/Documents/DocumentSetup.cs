using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Documents.Excel;
using TradeSecretPilot.UseCases.Documents.Rendering;

namespace TradeSecretPilot.UseCases.Documents;

public static class DocumentSetup
{
    public static IServiceCollection AddPilotDocuments(
        this IServiceCollection services,
        DocumentOptions options
    ) =>
        services
            .AddSingleton(options)
            .AddSingleton<DocumentRenderer>()
            .AddSingleton<DocumentPrinter>()
            .AddSingleton<WorkbookPrinter>()
            .AddSingleton<BundleMaker>();
}
