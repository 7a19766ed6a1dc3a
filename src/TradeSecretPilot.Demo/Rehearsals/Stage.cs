using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.UseCases;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Demo.Rehearsals;

/// <summary>Where the rehearsal plays: the use cases of the portal on one database and a virtual clock.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Stage(RehearsalOptions options, VirtualClock clock)
    {
        Clock = clock;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection();
        services.AddSingleton<TimeProvider>(clock);
        if (options is { IsThrownAway: true, Database.Provider: DatabaseProvider.Sqlite })
        {
            services.AddSingleton<IInterceptor, UnsafeButFast>();
        }

        services.AddPilotDatabase(WithoutWaiting(options.Database));
        services.AddPilotIdentity();
        services.AddPilotAudit(
            _ => options.Keys ?? AuditKeys.Make(TimeProvider.System.GetUtcNow()),
            new AuditAnchorFile(null)
        );
        services.AddUseCases().AddUseCases([typeof(SeedSample)]);
        if (options.Files is { } files)
        {
            services.AddSingleton(files).AddFileIntake(new ScannerOptions());
        }

        _services = services.BuildServiceProvider();
    }

    public VirtualClock Clock { get; }

    public AuditExamination Examination => _services.GetRequiredService<AuditExamination>();

    public Task MigrateAsync(CancellationToken ct) =>
        _services.GetRequiredService<MigrateDatabase>().ExecuteAsync(ct);

    /// <summary>Lets an account carry out one act, as its page would.</summary>
    public async Task<T> AsAsync<TUseCase, T>(Guid account, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsAccount(account);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Lets a named job carry out one act.</summary>
    public async Task<T> AsJobAsync<TUseCase, T>(string job, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(job);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A rehearsal cut off by a power failure is played again: PostgreSQL need not wait for the disk at each act.</summary>
    private static DatabaseOptions WithoutWaiting(DatabaseOptions database)
    {
        if (database.Provider != DatabaseProvider.PostgreSql)
        {
            return database;
        }

        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        connection.Options = $"{connection.Options} -c synchronous_commit=off".Trim();
        return database with { ConnectionString = connection.ConnectionString };
    }
}

/// <summary>Lets SQLite leave the disk alone: for a database that is thrown away anyway.</summary>
internal sealed class UnsafeButFast : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
