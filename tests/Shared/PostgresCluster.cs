using Npgsql;

namespace TradeSecretPilot.Testing;

/// <summary>
/// A PostgreSQL server of our own on a free loopback port, in a temporary folder. It starts with the first database that is asked
/// for, and is gone with the test process. PostgreSQL refuses to run as root; root's tests run it as user <c>postgres</c>.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Superuser = "pilot";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Lazy<Task<Server>> _server = new(StartAsync);
    private int _databases;

    /// <summary>Creates a database from a template, or an empty one.</summary>
    public async Task<PostgresDatabase> CreateDatabaseAsync(PostgresDatabase? template = null)
    {
        var server = await _server.Value;
        var name = $"pilot_{Interlocked.Increment(ref _databases)}";
        var source = template is null ? "template0" : template.Name;
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {source} STRATEGY FILE_COPY");
        return new PostgresDatabase(name, server.ConnectionString(name), () => DropAsync(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            NpgsqlConnection.ClearAllPools();
            await (await _server.Value).Process.DisposeAsync();
        }
    }

    private async Task DropAsync(string name) =>
        await ExecuteAsync(await _server.Value, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static async Task ExecuteAsync(Server server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Server> StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnFreePortAsync();
            }
            catch (InvalidOperationException refused)
                when (attempt < 3 && refused.Message.Contains("Address already in use"))
            {
                // Another program took the port between the question and the start.
            }
        }
    }

    private static async Task<Server> StartOnFreePortAsync()
    {
        var binaries = FindBinaries();
        var folder = Directory.CreateTempSubdirectory("pilot-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await SupervisedProcess.RunAsync(["chown", "postgres:", folder]);
        }

        var data = Path.Combine(folder, "data");
        await SupervisedProcess.RunAsync([
            .. AsServerUser,
            Path.Combine(binaries, "initdb"),
            "--no-sync",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            $"--username={Superuser}",
            $"--pgdata={data}",
        ]);
        var port = Loopback.FreePort();
        string[] settings =
        [
            $"port={port}",
            "listen_addresses=127.0.0.1",
            $"unix_socket_directories={folder}",
            "max_connections=200",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "autovacuum=off",
        ];
        var process = SupervisedProcess.Start(
            [
                .. AsServerUser,
                Path.Combine(binaries, "postgres"),
                "-D",
                data,
                .. settings.SelectMany(setting => new[] { "-c", setting }),
            ],
            "INT",
            folder
        );
        var server = new Server(process, port);
        await process.WaitUntilAsync(
            () => AnswersAsync(server),
            "answering connections",
            StartPatience
        );
        return server;
    }

    /// <remarks>setpriv becomes the program, runuser stays beside it and would be signalled in its place.</remarks>
    private static string[] AsServerUser =>
        Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
            : [];

    private static async Task<bool> AnswersAsync(Server server)
    {
        try
        {
            await ExecuteAsync(server, "SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian)
            ? Directory
                .GetDirectories(debian)
                .OrderByDescending(folder =>
                    int.TryParse(Path.GetFileName(folder), out var version) ? version : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return installed
                .Concat(onPath)
                .FirstOrDefault(folder =>
                    File.Exists(Path.Combine(folder, "postgres"))
                    && File.Exists(Path.Combine(folder, "initdb"))
                )
            ?? throw new InvalidOperationException(
                "No PostgreSQL server is installed: tests/run.sh installs it."
            );
    }

    private sealed record Server(SupervisedProcess Process, int Port)
    {
        // Tests come in hundreds, each with its own database: pools stay small and empty soon.
        public string ConnectionString(string database) =>
            $"Host=127.0.0.1;Port={Port};Username={Superuser};Database={database};"
            + "Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=1;Include Error Detail=true";
    }
}
