using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Host.Jobs;
using TradeSecretPilot.Web.Host.Setup;

namespace TradeSecretPilot.Web.Host.Commands;

/// <summary>The portal's services without its pages, for one command.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CommandHost(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static CommandHost Create()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddCommandLogging();
        builder.AddPortalStore();
        builder.AddPortalDocuments();
        builder.Services.AddPilotIdentity();
        builder.Services.AddSingleton(TimeProvider.System);
        return new CommandHost(builder.Build());
    }

    /// <summary>Brings the database and the tables of its jobs to the present schema.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await Services.GetRequiredService<MigrateDatabase>().ExecuteAsync(ct);
        await JobStorageSetup.InstallAsync(Services.GetRequiredService<DatabaseOptions>(), ct);
        await _app.PrepareAuditAsync();
    }

    public async Task<T> AsJobAsync<TUseCase, T>(string job, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(job);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
