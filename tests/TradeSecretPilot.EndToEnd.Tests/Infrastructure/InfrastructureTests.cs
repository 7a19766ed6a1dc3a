using Xunit.Sdk;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

public sealed class InfrastructureTests(Browser browser)
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    [Fact]
    public async Task AssertNoViolations_PageWithoutNames_NamesRuleAndElement()
    {
        await using var window = await browser.OpenAsync(Nowhere);
        await window.Page.SetContentAsync(
            "<html lang='zh-CN'><title>示例</title><main><h1>示例</h1><img id='seal' src='data:,'></main>"
        );

        var failure = await Assert.ThrowsAnyAsync<XunitException>(window.AssertAccessibleAsync);

        Assert.Contains("image-alt", failure.Message);
        Assert.Contains("#seal", failure.Message);
    }

    [Fact]
    public async Task AssertNoComplaints_ScriptThrew_Fails()
    {
        await using var window = await browser.OpenAsync(Nowhere);
        await window.Page.EvaluateAsync("setTimeout(() => { throw new Error('broken'); })");
        await window.Page.WaitForFunctionAsync("() => true");

        await window.Page.SetContentAsync("<html lang='zh-CN'><p>商业秘密保护创新试点</p>");
        await window.ScreenshotAsync("infrastructure");

        Assert.Contains("broken", Assert.Single(window.Complaints));
        Assert.ThrowsAny<XunitException>(window.AssertNoComplaints);
    }

    [Fact]
    public async Task Start_FreshFolder_ServesThePublicHome_AndLeavesNothing()
    {
        string folder;
        Uri address;
        // The first day of the programme: the world before anything has happened starts soonest.
        var settings = new Dictionary<string, string> { ["Demo:Day"] = "2022-03-02" };
        await using (var portal = await PortalProcess.StartAsync(settings))
        {
            (folder, address) = (portal.Folder, portal.Address);
            Assert.True(File.Exists(Path.Combine(folder, "portal.db")));
            await using var window = await browser.OpenAsync(address);
            await window.GoToStaticAsync("/");
            await window.ScreenshotAsync("public-home");
            await window.AssertAccessibleAsync();
            window.AssertNoComplaints();
        }

        using var client = new HttpClient();
        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync(address, TestContext.Current.CancellationToken)
        );
    }
}
