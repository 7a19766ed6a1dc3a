using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>One test's copy of the test world, at <see cref="WorldBuilder.Now"/>.</summary>
internal sealed class World(
    TestDatabase database,
    Cast cast,
    Action<IServiceCollection>? configure = null
) : IAsyncDisposable
{
    public TestDatabase Database { get; } = database;

    public Cast Cast { get; } = cast;

    public TestPortal Portal { get; } = new(database.Options, WorldBuilder.Now, configure);

    /// <summary>What acts of the matrix are confirmed on.</summary>
    public Seen Seen { get; set; } = Seen.Present;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Another node of the portal on the same database, with a clock of its own at the same instant.</summary>
    public TestPortal AnotherNode() => new(Database.Options, Portal.Clock.GetUtcNow());

    public Task<T> AsAsync<TUseCase, T>(Guid account, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => Portal.AsAccountAsync(account, act);

    /// <summary>An act that must be carried out.</summary>
    public async Task<T> MustAsync<TUseCase, T>(Guid account, Func<TUseCase, Task<Result<T>>> act)
        where TUseCase : notnull => (await AsAsync(account, act)).Value;

    /// <inheritdoc cref="MustAsync{TUseCase, T}"/>
    public async Task MustAsync<TUseCase>(Guid account, Func<TUseCase, Task<Result>> act)
        where TUseCase : notnull => Assert.Null((await AsAsync(account, act)).Refusal);

    public Task<T> BehindTheDoorAsync<T>(Func<PilotDbContext, Task<T>> look) =>
        Portal.BehindTheDoorAsync(look);

    /// <summary>Runs statements as somebody with access to the database would, past the portal.</summary>
    public async Task ExecuteSqlAsync(string sql)
    {
        await using DbConnection connection =
            Database.Options.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnection(Database.Options.ConnectionString)
                : new NpgsqlConnection(Database.Options.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>Everything an act leaves behind, in figures: nothing happened when it stays the same.</summary>
    public Task<Traces> TracesAsync() => Traces.ReadAsync(Portal, Ct);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>How much there is of what acts leave behind.</summary>
internal sealed record Traces(
    long AuditSequence,
    int AuditEntries,
    int Events,
    int Notices,
    int Mails,
    int DueActions
)
{
    public static Task<Traces> ReadAsync(TestPortal portal, CancellationToken ct) =>
        portal.BehindTheDoorAsync(async db => new Traces(
            await db.AuditHeads.Select(h => h.Sequence).SingleAsync(ct),
            await db.AuditEntries.CountAsync(ct),
            await db.RecordEvents.CountAsync(ct),
            await db.Notices.CountAsync(ct),
            await db.OutboxMessages.CountAsync(ct),
            await db.DueActions.CountAsync(ct)
        ));
}
