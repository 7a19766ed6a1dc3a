using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TradeSecretPilot.Demo.World;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>
/// The portal without its pages: every use case on a given database, with a clock that the test moves. Each act runs in a scope of
/// its own, as a request does.
/// </summary>
internal sealed class TestPortal : IAsyncDisposable
{
    /// <summary>The demonstration's day: before the national deadline of the first batch.</summary>
    public static readonly DateTimeOffset DefaultStart = new(
        2022,
        4,
        20,
        9,
        0,
        0,
        TimeSpan.FromHours(8)
    );

    private static readonly AuditKeys Keys = AuditKeys.Make(DefaultStart);

    private readonly ServiceProvider _services;
    private readonly DatabaseOptions _database;
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("pilot-files-");

    /// <param name="configure">Further or other registrations; the last one of a service wins.</param>
    public TestPortal(
        DatabaseOptions database,
        DateTimeOffset? start = null,
        Action<IServiceCollection>? configure = null
    )
    {
        _database = database;
        Clock = new TestTimeProvider(start ?? DefaultStart);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IInterceptor>(Sql)
            .AddPilotDatabase(database)
            .AddPilotMail(new MailOptions())
            .AddPilotFiles(new FileStoreOptions { Folder = _files.FullName })
            .AddPilotDocuments(TestDocuments.Options)
            // One engine for all portals: each would start workers of its own.
            .AddSingleton(TestDocuments.Renderer)
            .AddUseCases()
            .AddPilotAudit(_ => Keys, new AuditAnchorFile(AnchorFile))
            .AddDemoUseCases();
        services.AddPilotIdentity();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }
        );
    }

    public TestTimeProvider Clock { get; }

    /// <summary>Makes bundles, as the job does.</summary>
    public IServiceProvider Services => _services;

    public BundleMaker Maker => _services.GetRequiredService<BundleMaker>();

    /// <summary>Where anchors are kept outside the database.</summary>
    public string AnchorFile => $"{_files.FullName}-anchors.jsonl";

    /// <summary>The SQL of all acts so far.</summary>
    public SqlRecorder Sql { get; } = new();

    /// <summary>The files that are kept, finished or not.</summary>
    public List<string> Files() =>
        [
            .. Directory
                .EnumerateFiles(_files.FullName, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Lays a file that the database names already.</summary>
    public Task KeepAsync(byte[] content, CancellationToken ct) =>
        _services
            .GetRequiredService<FileStore>()
            .KeepAsync(
                content,
                Stream.Null,
                content.Length,
                _ => Task.FromResult<Refusal?>(null),
                ct
            );

    public Task<T> AsAccountAsync<TUseCase, T>(Guid accountId, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => RunAsync(actor => actor.ActAsAccount(accountId), act);

    public Task<T> AsPublicAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => RunAsync(actor => actor.ActAsPublic(), act);

    public Task<T> AsJobAsync<TUseCase, T>(string job, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => RunAsync(actor => actor.ActAsJob(job), act);

    /// <summary>Carries out an act without an actor, as code that forgot to say who acts.</summary>
    public Task<T> AsNobodyAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => RunAsync(_ => { }, act);

    /// <summary>The same for a use case known at run time only.</summary>
    public async Task<T> RunAsync<T>(
        Action<CurrentActor> become,
        Type useCase,
        Func<object, Task<T>> act
    )
    {
        await using var scope = _services.CreateAsyncScope();
        become(scope.ServiceProvider.GetRequiredService<CurrentActor>());
        return await act(scope.ServiceProvider.GetRequiredService(useCase));
    }

    /// <summary>Looks at the rows as somebody of the given tenancy sees them.</summary>
    public async Task<T> LookAsync<T>(Tenancy tenancy, Func<PilotDbContext, Task<T>> look)
    {
        await using var db = new PilotDbContext(
            _services.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            tenancy
        );
        return await look(db);
    }

    /// <summary>Gives the entries of all acts so far their places, whatever a test does to the portal's own connections.</summary>
    public async Task PlaceAsync()
    {
        var options = new DbContextOptionsBuilder<PilotDbContext>();
        DatabaseSetup.Configure(options, _database);
        await new AuditSequencer(
            options.Options,
            Keys,
            NullLogger<AuditSequencer>.Instance
        ).PlaceAsync(CancellationToken.None);
    }

    /// <summary>Looks at the rows, or lays them, past tenancy and audit. Save with <c>SaveChangesAsync</c>.</summary>
    public async Task<T> BehindTheDoorAsync<T>(Func<PilotDbContext, Task<T>> look)
    {
        await PlaceAsync();
        await using var db = new PilotDbContext(
            _services.GetRequiredService<DbContextOptions<PilotDbContext>>(),
            Tenancy.Everything
        );
        return await look(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _files.Delete(recursive: true);
        File.Delete(AnchorFile);
    }

    private async Task<T> RunAsync<TUseCase, T>(
        Action<CurrentActor> become,
        Func<TUseCase, Task<T>> act
    )
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        become(scope.ServiceProvider.GetRequiredService<CurrentActor>());
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
