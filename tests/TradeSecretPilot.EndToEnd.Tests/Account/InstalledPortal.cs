using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Account;

/// <summary>The portal in production after its first installation.</summary>
public sealed class InstalledPortal : IAsyncLifetime
{
    private readonly string? _program;

    public InstalledPortal() { }

    /// <param name="program">The published program; otherwise the one that was built with the tests.</param>
    internal InstalledPortal(string program) => _program = program;

    public const string Administrator = "admin";

    /// <summary>Attempts on one account in a minute: enough to be locked out before being slowed down.</summary>
    public const int AttemptsPerMinute = 12;

    /// <summary>What production is configured with.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<
        string,
        string
    >
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["AllowedHosts"] = "127.0.0.1;localhost",
        ["Hosting:RequireHttps"] = "false",
        ["Hosting:SignInPerAccount"] = $"{AttemptsPerMinute}",
        ["Demo:Enabled"] = "false",
    };

    /// <summary>Of a published program, whose test looks at the files and not at who may read them.</summary>
    private static readonly IReadOnlyDictionary<string, string> OneFactor = new Dictionary<
        string,
        string
    >(Settings)
    {
        ["Security:SecondFactor:SystemAdmin"] = "false",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-production-");
    private PortalProcess? _portal;

    public Uri Address => _portal!.Address;

    /// <summary>The one-time password that the installation printed.</summary>
    public string Password { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var (made, said) = await PortalCommand.RunAsync(
            _folder.FullName,
            Settings,
            ["make-audit-keys"],
            _program
        );
        Assert.True(made == 0, said);
        var (exitCode, output) = await PortalCommand.RunAsync(
            _folder.FullName,
            Settings,
            ["create-admin", "--user", Administrator, "--name", "管理员（示例）"],
            _program
        );
        Assert.True(exitCode == 0, output);
        Password = output.Split("one-time password:")[1].Trim().Split('\n')[0].Trim();
        _portal = await PortalProcess.StartAsync(
            _program ?? Repository.PortalAssembly,
            _program is null ? Settings : OneFactor,
            _folder.FullName
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
