using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>The whole portal in this process, in the demonstration of one day, with files of its own.</summary>
internal sealed class HostedPortal(DateOnly day, string provider, string? connection)
    : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-hosted-");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var settings = new Dictionary<string, string>
        {
            ["Database:Provider"] = provider,
            ["ConnectionStrings:Portal"] = connection ?? $"Data Source={At("portal.db")}",
            ["Files:Folder"] = At("files"),
            ["Mail:Folder"] = At("mail"),
            ["Documents:PublicAddress"] = "https://pilot.example.cn",
            ["Keys:Folder"] = At("keys"),
            ["Audit:Keys"] = At("audit-keys.json"),
            ["Audit:Anchors"] = At("anchors.jsonl"),
            ["Hosting:LogFolder"] = At("logs"),
            ["Hosting:SignInPerAddress"] = "100000",
            ["Hosting:SignInPerAccount"] = "100000",
            ["Demo:Enabled"] = "true",
            ["Demo:EntrancesSeconds"] = "0",
            ["Demo:Day"] = $"{day:yyyy-MM-dd}",
        };
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.UseEnvironment("Development");
        builder.ConfigureTestServices(services =>
            services.AddSingleton<IInterceptor, YieldingCommands>()
        );
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
