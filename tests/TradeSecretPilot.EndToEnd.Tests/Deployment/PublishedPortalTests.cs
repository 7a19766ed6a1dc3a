using System.Net;
using System.Text.RegularExpressions;
using TradeSecretPilot.EndToEnd.Tests.Account;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Deployment;

/// <summary>
/// The portal as it is handed over: published into a folder of its own, away from the source tree and its packages.
/// </summary>
public sealed partial class PublishedPortalTests(Browser browser)
{
    private const string NewPassword = "Shili-Mima-2022!";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limits.OfATest)]
    public async Task Script_OfAPublishedPortalInProduction_IsServedCompressedAndForGood()
    {
        var folder = Directory.CreateTempSubdirectory("pilot-published-");
        try
        {
            await SupervisedProcess.RunAsync([
                "dotnet",
                "publish",
                Repository.PortalProject,
                "--no-build",
                "--configuration",
                Repository.Configuration,
                "--output",
                folder.FullName,
                "-nodeReuse:false",
            ]);
            await using var portal = new InstalledPortal(
                Path.Combine(folder.FullName, "TradeSecretPilot.Web.dll")
            );
            await portal.InitializeAsync();
            await using var window = await browser.OpenAsync(portal.Address);
            await SignInAsync(window, portal.Password);

            var script = await window
                .Page.Locator("script[src*='blazor.web']")
                .GetAttributeAsync("src");

            Assert.Matches(Fingerprinted(), script!);
            foreach (var encoding in new[] { "br", "gzip" })
            {
                using var answer = await AskAsync(new Uri(portal.Address, script), encoding);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));
                Assert.Contains(
                    "immutable",
                    answer.Headers.CacheControl!.ToString(),
                    StringComparison.Ordinal
                );
                Assert.StartsWith(
                    "text/javascript",
                    answer.Content.Headers.ContentType!.ToString()
                );
            }

            window.AssertNoComplaints();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The first sign-in of the administrator, up to a page with a circuit.</summary>
    private static async Task SignInAsync(PortalPage window, string password)
    {
        await window.GoToStaticAsync("/account/sign-in");
        await window.Page.GetByLabel("账号").FillAsync(InstalledPortal.Administrator);
        await window.Page.GetByLabel("密码").FillAsync(password);
        await window.PressAsync("登录");
        await window.Page.GetByLabel("当前密码").FillAsync(password);
        await window.Page.Locator("[name='Input.New']").FillAsync(NewPassword);
        await window.Page.GetByLabel("再输入一次新密码").FillAsync(NewPassword);
        await window.PressAsync("修改密码");
        await window.SeesAsync("密码已修改");
        await window.GoToAsync("/inbox");
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri address, string encoding)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        return await client.SendAsync(request, Ct);
    }

    [GeneratedRegex(@"^/?_framework/blazor\.web\.[a-z0-9]+\.js$")]
    private static partial Regex Fingerprinted();
}
