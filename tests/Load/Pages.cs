using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TradeSecretPilot.UseCases;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Typst;
using TradeSecretPilot.UseCases.Selections;

namespace TradeSecretPilot.Load;

/// <summary>What the pages people open most ask of PostgreSQL: statements, bytes that come back, milliseconds.</summary>
internal static class Pages
{
    private const int WarmUps = 5;
    private const int Runs = 25;

    private static readonly string[] Roles =
    [
        "LocalApprover",
        "ProvincialApprover",
        "WorkingGroupLead",
        "Expert",
    ];

    private sealed record Page(string Name, string[] Roles, Func<IServiceProvider, Task> OpenAsync);

    /// <param name="connection">A rehearsed database.</param>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(string connection)
    {
        var target = new NpgsqlConnectionStringBuilder(connection);
        var facts = await ReadAsync(connection);
        using var wire = new Wire(target.Host!, target.Port);
        target.Port = wire.Port;
        target.SslMode = SslMode.Disable;
        var statements = new Statements();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IInterceptor>(statements)
            .AddPilotDatabase(
                new DatabaseOptions(DatabaseProvider.PostgreSql, target.ConnectionString)
            )
            .AddPilotMail(new MailOptions())
            .AddPilotFiles(new FileStoreOptions { Folder = Path.GetTempPath() })
            .AddPilotDocuments(new DocumentOptions { Folder = Path.GetTempPath() })
            .AddUseCases()
            .AddPilotAudit(
                _ => AuditKeys.Make(TimeProvider.System.GetUtcNow()),
                new AuditAnchorFile(null)
            )
            .BuildServiceProvider();
        Console.WriteLine(
            $"{"page", -10} {"role", -20} {"statements", 10} {"KB", 9} {"ms p50", 8}"
        );
        foreach (var page in PagesOf(facts))
        {
            foreach (var role in page.Roles)
            {
                var account = facts.Accounts[role];
                for (var i = 0; i < WarmUps; i++)
                {
                    await OpenAsync(services, account, page);
                }

                var times = new List<double>();
                statements.Count = 0;
                var before = wire.Bytes;
                for (var i = 0; i < Runs; i++)
                {
                    var clock = Stopwatch.StartNew();
                    await OpenAsync(services, account, page);
                    times.Add(clock.Elapsed.TotalMilliseconds);
                }

                times.Sort();
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{page.Name, -10} {role, -20} {statements.Count / Runs, 10} {(wire.Bytes - before) / 1024.0 / Runs, 9:F1} {times[Runs / 2], 8:F1}"
                    )
                );
            }
        }

        return 0;
    }

    private static Page[] PagesOf(Facts facts) =>
        [
            new("frame", Roles, s => Get<GetShell>(s).ExecuteAsync(default)),
            new("inbox", Roles, s => Get<GetInbox>(s).ExecuteAsync(default)),
            new("notices", Roles, s => Get<ListNotices>(s).ExecuteAsync(new(), default)),
            new(
                "list",
                Roles[..3],
                s => Get<ListApplications>(s).ExecuteAsync(new() { Batch = facts.Batch }, default)
            ),
            new(
                "record",
                Roles[..3],
                s => Get<GetApplication>(s).ExecuteAsync(new(facts.Application), default)
            ),
            new(
                "selection",
                Roles[2..3],
                s => Get<GetSelection>(s).ExecuteAsync(new(facts.Batch), default)
            ),
        ];

    private static T Get<T>(IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();

    private static async Task OpenAsync(IServiceProvider services, Guid account, Page page)
    {
        await using var scope = services.CreateAsyncScope();
        Get<CurrentActor>(scope.ServiceProvider).ActAsAccount(account);
        await page.OpenAsync(scope.ServiceProvider);
    }

    /// <summary>Whose pages are opened: the region of a selected application, its province, SAMR's lead, an expert.</summary>
    private sealed record Facts(Guid Batch, Guid Application, Dictionary<string, Guid> Accounts);

    private static async Task<Facts> ReadAsync(string connection)
    {
        await using var db = NpgsqlDataSource.Create(connection);
        await using var command = db.CreateCommand(
            """
            SELECT a."BatchId", a."Id", c."Role", c."Id" FROM "Applications" a
            JOIN "Organizations" o ON o."Id" = a."OrganizationId"
            JOIN "Accounts" c ON c."OrganizationId" = a."OrganizationId" AND c."Role" = 'LocalApprover'
                OR c."Role" IN ('WorkingGroupLead', 'Expert')
                OR c."Role" = 'ProvincialApprover' AND EXISTS (SELECT 1 FROM "Organizations" p
                    WHERE p."Id" = c."OrganizationId" AND p."ProvinceCode" = o."ProvinceCode")
            WHERE a."Id" = (SELECT "Id" FROM "Applications" WHERE "Status" = 'Selected' ORDER BY "Number" LIMIT 1)
            ORDER BY c."UserName"
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        var (batch, application) = (Guid.Empty, Guid.Empty);
        var accounts = new Dictionary<string, Guid>();
        while (await reader.ReadAsync())
        {
            (batch, application) = (reader.GetGuid(0), reader.GetGuid(1));
            accounts.TryAdd(reader.GetString(2), reader.GetGuid(3));
        }
        return new Facts(batch, application, accounts);
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }

    /// <summary>Passes everything on between the program and the database, and counts what the database answers.</summary>
    private sealed class Wire : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string _host;
        private readonly int _port;
        private long _bytes;

        public Wire(string host, int port)
        {
            (_host, _port) = (host, port);
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public long Bytes => Interlocked.Read(ref _bytes);

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            while (true)
            {
                var inner = await _listener.AcceptTcpClientAsync();
                var outer = new TcpClient { NoDelay = true };
                inner.NoDelay = true;
                await outer.ConnectAsync(_host, _port);
                _ = CopyAsync(inner.GetStream(), outer.GetStream(), counted: false);
                _ = CopyAsync(outer.GetStream(), inner.GetStream(), counted: true);
            }
        }

        private async Task CopyAsync(NetworkStream from, NetworkStream to, bool counted)
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                if (counted)
                {
                    Interlocked.Add(ref _bytes, read);
                }

                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }
    }
}
