using System.Net;
using TradeSecretPilot.EndToEnd.Tests.Account;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Deployment;

/// <summary>The portal as the handbook publishes it for production.</summary>
public sealed class ProductionPublishTests
{
    private const string Demonstration = "TradeSecretPilot.Demo";

    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(4);

    [Fact(Timeout = Limits.OfATest)]
    public async Task Publish_ForProduction_StartsWithoutTheDemonstration()
    {
        var folder = Directory.CreateTempSubdirectory("pilot-published-");
        try
        {
            var published = Path.Combine(folder.FullName, "portal");
            await SupervisedProcess.RunAsync([
                "dotnet",
                "publish",
                Repository.PortalProject,
                "-c",
                "Release",
                "-nodeReuse:false",
                "-p:IncludeDemo=false",
                "-o",
                published,
            ]);

            Assert.DoesNotContain(
                Directory.EnumerateFiles(published),
                f => Path.GetFileName(f).StartsWith(Demonstration, StringComparison.Ordinal)
            );
            Assert.DoesNotContain(
                Demonstration,
                await File.ReadAllTextAsync(
                    Path.Combine(published, "TradeSecretPilot.Web.deps.json"),
                    TestContext.Current.CancellationToken
                ),
                StringComparison.Ordinal
            );
            await StartsAsync(published, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task StartsAsync(string published, string folder)
    {
        // Production starts with keys that somebody made and put away.
        var (made, said) = await PortalCommand.RunAsync(
            folder,
            InstalledPortal.Settings,
            ["make-audit-keys"],
            Path.Combine(published, "TradeSecretPilot.Web.dll")
        );
        Assert.True(made == 0, said);
        var address = new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
        await using var portal = SupervisedProcess.Start(
            [
                "dotnet",
                Path.Combine(published, "TradeSecretPilot.Web.dll"),
                "--urls",
                address.OriginalString,
            ],
            "TERM",
            null,
            published,
            PortalProcess.Environment(folder, InstalledPortal.Settings)
        );
        using var client = new HttpClient { BaseAddress = address };
        await portal.WaitUntilAsync(() => AnswersAsync(client), "healthy", StartPatience);

        var page = await client.GetStringAsync(
            new Uri("/account/sign-in", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain("/demo/sign-in", page, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("account", "lead")]);
        using var signIn = await client.PostAsync(
            new Uri("/demo/sign-in", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Contains(
            signIn.StatusCode,
            new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed }
        );
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(
                new Uri("/health", UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
