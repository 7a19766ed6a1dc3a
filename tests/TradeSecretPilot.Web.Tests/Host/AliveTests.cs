using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using TradeSecretPilot.Testing;
using TradeSecretPilot.Web.Host;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Host;

/// <summary>What a page that lost its connection asks before it comes back.</summary>
public sealed partial class AliveTests(HostedWorlds worlds)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_NodeAtWork_Is204ForEverybodyHoweverOften()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);

        for (var i = 0; i < 300; i++)
        {
            var (status, _) = await visitor.OpenAsync(Alive.Path);
            Assert.Equal(HttpStatusCode.NoContent, status);
        }
    }

    [Fact]
    public async Task Ask_NodeThatIsToStop_Is503WhileItStillListens()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseAlive();
        await app.StartAsync(Ct);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var before = await client.GetAsync(Address, Ct);
        HttpStatusCode? whileStopping = null;
        // Within the notice that the host gives before its server stops listening, as pages are paused.
        await using var _ = app.Lifetime.ApplicationStopping.Register(() =>
        {
            using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, Address), Ct);
            whileStopping = answer.StatusCode;
        });

        await app.StopAsync(Ct);

        Assert.Equal(HttpStatusCode.NoContent, before.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, whileStopping);
    }

    [Fact]
    public void Scripts_AskForNothing_ThatTheShippedProxiesDeny()
    {
        var asked = SourceTree
            .Read(".js")
            .SelectMany(script => Literals().Matches(script.Text).Select(m => m.Groups[1].Value))
            .ToHashSet();
        var denied = Directory
            .EnumerateFiles(
                Path.Combine(SourceTree.Root, "deploy"),
                "nginx.conf",
                SearchOption.AllDirectories
            )
            .Select(f => Denied().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToList();

        Assert.Contains(Alive.Path, asked);
        Assert.True(denied.Count >= 2);
        Assert.All(denied, paths => Assert.Contains("/health", paths));
        Assert.All(
            denied.SelectMany(paths => paths),
            place => Assert.DoesNotContain(asked, path => path.StartsWith(place, Ordinal))
        );
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static Uri Address { get; } = new(Alive.Path, UriKind.Relative);

    /// <summary>A text of a script that is an address of this portal.</summary>
    [GeneratedRegex(@"['""`](/[a-z_][^'""`]*)['""`]")]
    private static partial Regex Literals();

    /// <summary>A place of the proxy that it keeps for some.</summary>
    [GeneratedRegex(@"location\s+(?:=\s+)?(/\S*)\s*\{[^}]*deny\s+all;[^}]*\}")]
    private static partial Regex Denied();
}
