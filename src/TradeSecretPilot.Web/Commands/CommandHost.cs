using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.Web.Hosting;

namespace TradeSecretPilot.Web.Commands;

/// <summary>The portal's services without its pages, for one command.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CommandHost(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static CommandHost Create()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddPortalStore();
        builder.AddPortalDocuments();
        builder.Services.AddPilotIdentity();
        builder.Services.AddSingleton(TimeProvider.System);
        return new CommandHost(builder.Build());
    }

    public async Task<T> AsJobAsync<TUseCase, T>(string job, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeJob(job);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
