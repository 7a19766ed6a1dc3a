using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.UseCases.Sample;

/// <summary>Where the rehearsal plays: the use cases of the portal on one database and a virtual clock.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Stage(DatabaseOptions database, VirtualClock clock)
    {
        Clock = clock;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddPilotDatabase(database);
        services.AddPilotIdentity();
        services.AddUseCases();
        _services = services.BuildServiceProvider();
    }

    public VirtualClock Clock { get; }

    public Task MigrateAsync(CancellationToken ct) =>
        _services.GetRequiredService<MigrateDatabase>().ExecuteAsync(ct);

    /// <summary>Lets an account carry out one act, as its page would.</summary>
    public async Task<T> AsAsync<TUseCase, T>(Guid account, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeAccount(account);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Lets a named job carry out one act.</summary>
    public async Task<T> AsJobAsync<TUseCase, T>(string job, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeJob(job);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
