using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Host;
using TradeSecretPilot.Web.Host.Security;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Tests.Host.Security;

/// <summary>What never comes further than the edge, on every route there is.</summary>
public sealed class EdgeTests(HostedWorlds worlds)
{
    private static readonly IReadOnlyList<RoutablePage> Pages = RoutablePages.Read(
        typeof(Program).Assembly,
        typeof(Permissions).Assembly,
        typeof(Role).Assembly
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Records =>
        new(
            from provider in HostedWorlds.Providers
            from page in Pages
            where page.Pattern.Contains("{Id:guid}", StringComparison.Ordinal)
            select (provider, page.Pattern)
        );

    /// <summary>In one test: half a pair does not outlive the name of a test.</summary>
    [Fact]
    public void IsReadable_NulAndHalvesOfAPair_AreNot()
    {
        Assert.All(["", "某市👍🏽"], text => Assert.True(MalformedRequests.IsReadable(text)));
        Assert.All(
            ["a\0", "\ud83d", "\ud83dx", "x\udc4d"],
            text => Assert.False(MalformedRequests.IsReadable(text))
        );
    }

    /// <summary>A NUL is 500 on PostgreSQL wherever it gets through.</summary>
    [Fact]
    public async Task EveryRoute_TextNoDatabaseKeeps_Is400()
    {
        var services = await worlds.ServicesAsync(HostedWorlds.Sqlite, inWinter: false);
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var routes = services
            .GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e =>
                (
                    Path: PathOf(e),
                    Posts: e.Metadata.GetMetadata<IHttpMethodMetadata>()
                        ?.HttpMethods.Contains("POST") == true
                )
            )
            .Where(r => !r.Path.StartsWith("/_", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var wrong = new List<string>();
        foreach (var (path, posts) in routes)
        {
            var (inAddress, _) = await visitor.OpenAsync($"{path}?q=a%00b");
            if (inAddress != HttpStatusCode.BadRequest)
            {
                wrong.Add($"GET {path}: {(int)inAddress}");
            }

            if (posts)
            {
                var fields = new Dictionary<string, string> { ["account"] = "a\0b" };
                var (inForm, _) = await visitor.SendAsync(path, fields);
                if (inForm != HttpStatusCode.BadRequest)
                {
                    wrong.Add($"POST {path}: {(int)inForm}");
                }
            }
        }

        Assert.InRange(routes.Count, 60, 500);
        Assert.Contains(routes, r => r is ("/demo/sign-in", true));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>To whom a record is foreign, and where it is none at all, is the same: not found.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public async Task Page_OfARecordThatIsNotThere_Is404ForEveryRole(
        string provider,
        string pattern
    )
    {
        var page = Pages.Single(p => p.Pattern == pattern);
        var path = pattern.Replace(
            "{Id:guid}",
            "0193a0c5-0000-7000-8000-000000000000",
            StringComparison.Ordinal
        );
        foreach (var role in page.Roles)
        {
            using var visitor = await worlds.VisitAsync(provider, inWinter: false);
            await visitor.EnterAsync(RoutablePages.Accounts[role]);

            var (status, shown) = await visitor.OpenAsync(path);

            Assert.Equal((role, HttpStatusCode.NotFound), (role, status));
            Assert.NotNull(shown.QuerySelector("main [data-refusal], .statuspage h1"));
        }
    }

    [Fact]
    public async Task Reset_BySomebodyWhoHasNotEntered_IsSentToTheSignInPage()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        var (_, page) = await visitor.OpenAsync("/account/sign-in");

        var (status, then) = await visitor.SendAsync(
            "/demo/reset",
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = Visitor.TokenOf(page),
                ["reset"] = "all",
            }
        );

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(then.QuerySelector("[data-entrance]"));
        Assert.Null(page.QuerySelector("form[action='/demo/reset']"));
    }

    [Fact]
    public async Task PlainHttp_InProduction_IsASentenceWithTheHeadersOfEveryAnswer()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Production" }
        );
        builder.Configuration["AllowedHosts"] = "127.0.0.1";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var settings = new HostingSettings();
        builder.AddProtection(settings);
        await using var app = builder.Build();
        app.UseProtection(settings);
        app.UseAlive();
        app.Run(http => http.Response.WriteAsync("page", Ct));
        await app.StartAsync(Ct);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var page = await client.GetAsync(Relative("/account/sign-in"), Ct);
        using var health = await client.GetAsync(Relative("/health"), Ct);
        using var alive = await client.GetAsync(Relative(Alive.Path), Ct);
        using var secure = new HttpRequestMessage(HttpMethod.Get, Relative("/account/sign-in"))
        {
            Headers = { { "X-Forwarded-Proto", "https" } },
        };
        using var throughTheProxy = await client.SendAsync(secure, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync(Ct);
        Assert.Contains("HTTPS", text, StringComparison.Ordinal);
        Assert.Contains("X-Forwarded-Proto", text, StringComparison.Ordinal);
        foreach (
            var header in new[]
            {
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
            }
        )
        {
            Assert.True(page.Headers.Contains(header), header);
        }

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, alive.StatusCode);
        Assert.Equal(HttpStatusCode.OK, throughTheProxy.StatusCode);
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    /// <summary>An address of the route, with something in the place of each of its parameters.</summary>
    private static string PathOf(RouteEndpoint endpoint) =>
        string.Concat(
            endpoint.RoutePattern.PathSegments.Select(segment =>
                "/"
                + string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart l =>
                                l.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart s =>
                                s.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart p =>
                                p.ParameterPolicies.Any(x => x.Content == "guid")
                                    ? "0193a0c5-0000-7000-8000-000000000000"
                                    : "1",
                            _ => "",
                        }
                    )
                )
            )
        )
            is { Length: > 0 } path
            ? path
            : "/";
}
