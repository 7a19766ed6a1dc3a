namespace TradeSecretPilot.Testing;

/// <summary>
/// The real portal, as its own process on a free loopback port, with database, files and mail in a temporary folder.
/// It is ready when <c>/health</c> answers, and is ended by its process id.
/// </summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(4);

    private readonly SupervisedProcess _process;

    private PortalProcess(SupervisedProcess process, Uri address, string folder)
    {
        _process = process;
        Address = address;
        Folder = folder;
    }

    public Uri Address { get; }

    /// <summary>Holds <c>portal.db</c>, <c>files/</c>, <c>mail/</c>, <c>logs/</c>.</summary>
    public string Folder { get; }

    public string MailFolder => Path.Combine(Folder, "mail");

    public string Log => _process.Log;

    /// <param name="program">TradeSecretPilot.Web.dll, built or published.</param>
    /// <param name="settings">Configuration over the defaults, by key (<c>Demo:Enabled</c>).</param>
    /// <param name="folder">A folder of the caller's, to start again on what an earlier process left; it is not removed.</param>
    /// <param name="removesFolder">The folder is not needed after this process.</param>
    /// <param name="address">The address of an earlier process that has ended; a free one otherwise.</param>
    /// <param name="stopSignal">How <see cref="DisposeAsync"/> ends it: <c>KILL</c> gives it no time to tidy up.</param>
    public static async Task<PortalProcess> StartAsync(
        string program,
        IReadOnlyDictionary<string, string>? settings = null,
        string? folder = null,
        Uri? address = null,
        string stopSignal = "TERM",
        bool removesFolder = false
    )
    {
        var remove = removesFolder || folder is null;
        folder ??= Directory.CreateTempSubdirectory("pilot-portal-").FullName;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(program, settings, folder, address, stopSignal, remove);
            }
            catch (InvalidOperationException refused)
                when (attempt < 3 && refused.Message.Contains("address already in use"))
            {
                // Another program took the port between the question and the start.
            }
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<PortalProcess> StartOnceAsync(
        string program,
        IReadOnlyDictionary<string, string>? settings,
        string folder,
        Uri? callersAddress,
        string stopSignal,
        bool removesFolder
    )
    {
        Directory.CreateDirectory(folder);
        var address = callersAddress ?? new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
        var process = SupervisedProcess.Start(
            ["dotnet", Path.GetFullPath(program), "--urls", address.OriginalString],
            stopSignal,
            removesFolder ? folder : null,
            ContentRoot(program),
            Environment(folder, settings)
        );
        var portal = new PortalProcess(process, address, folder);
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            await process.WaitUntilAsync(() => IsHealthyAsync(client), "healthy", StartPatience);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>A published portal has its files beside it; a built one serves them out of the source tree.</summary>
    public static string ContentRoot(string program)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(program))!;
        return Directory.Exists(Path.Combine(folder, "wwwroot"))
            ? folder
            : Path.GetFullPath(Path.Combine(folder, "../../.."));
    }

    /// <summary>What the portal is configured with, as environment variables.</summary>
    public static Dictionary<string, string> Environment(
        string folder,
        IReadOnlyDictionary<string, string>? settings
    )
    {
        var configuration = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Portal"] = $"Data Source={Path.Combine(folder, "portal.db")}",
            ["Files:Folder"] = Path.Combine(folder, "files"),
            ["Mail:Folder"] = Path.Combine(folder, "mail"),
            ["Keys:Folder"] = Path.Combine(folder, "keys"),
            // Made by the first portal of a run, and the same for all: databases are copied from one to another. In Production each
            // installation makes its own.
            ["Audit:Keys"] = Path.Combine(
                settings?.GetValueOrDefault("ASPNETCORE_ENVIRONMENT") == "Production"
                    ? folder
                    : Path.GetTempPath(),
                "pilot-audit-keys.json"
            ),
            ["Audit:Anchors"] = Path.Combine(folder, "anchors.jsonl"),
            ["Hosting:LogFolder"] = Path.Combine(folder, "logs"),
            // All roles of all tests sign in from one address.
            ["Hosting:SignInPerAddress"] = "100000",
            ["Hosting:SignInPerAccount"] = "100000",
            ["Demo:Enabled"] = "true",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            configuration[key] = value;
        }

        return configuration.ToDictionary(
            setting => setting.Key.Replace(":", "__"),
            setting => setting.Value
        );
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
