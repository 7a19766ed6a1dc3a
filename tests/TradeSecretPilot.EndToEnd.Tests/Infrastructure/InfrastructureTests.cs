using TradeSecretPilot.Testing;
using Xunit.Sdk;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

public sealed class InfrastructureTests(Browser browser)
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    [Fact(Timeout = Limits.OfATest)]
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

    /// <summary>One text for each kind of fault, and beside each the same text as it should be.</summary>
    [Fact(Timeout = Limits.OfATest)]
    public async Task TextFaults_PlantedOnes_AreFound_AndNothingElse()
    {
        await using var window = await browser.OpenAsync(Nowhere);
        await window.Page.SetContentAsync(
            """
            <html lang="en"><style>
              body { font: 16px/20px sans-serif }
              p { margin: 8px 0 } .on { position: relative } .on b { position: absolute; left: 8px; top: 0 }
              [data-l]::before { content: attr(data-l); display: block; width: 30px; overflow-wrap: anywhere }
            </style><main>
              <p style="width:40px; overflow-wrap:anywhere">Acknowledgement</p><p style="width:40px">Two words</p>
              <p style="width:40px"><code style="overflow-wrap:anywhere">0123456789abcdef</code></p>
              <p class="on">Beneath <b>Above</b></p><p class="on" hidden>Hidden <b>Unseen</b></p>
              <svg width="200" height="40"><text x="0" y="20">Filed 12</text><text x="20" y="20">Due 18</text></svg>
              <p style="width:60px; overflow:hidden; white-space:nowrap">Much too long</p>
              <p style="width:60px; overflow:auto; white-space:nowrap">Long and scrolled</p>
              <p style="width:60px; overflow:hidden; white-space:nowrap; text-overflow:ellipsis" title="All of it">Long with a title</p>
              <p><span class="btn" style="display:inline-block; width:40px; white-space:nowrap">Wider than its button</span></p>
              <p data-l="Responsible"></p>
              <details><summary>Open</summary><p style="width:40px; overflow-wrap:anywhere">Folded-away-words</p></details>
              <p>粤</p><p>待初审</p><p>示例甲市</p><p lang="zh-CN">待初审</p>
            </main>
            """
        );

        var faults = await TextLayout.FaultsAsync(window.Page);

        Assert.Equal(
            [
                "broken inside: «Acknowledgement»",
                "cut off: «Much too long»",
                "runs out of its box: «Wider than its button»",
                "broken inside: «Responsible»",
                "lies on another: «Beneath / Above»",
                "lies on another: «Filed 12 / Due 18»",
                "Chinese on an English page: «粤»",
                "Chinese on an English page: «待初审»",
            ],
            faults.Select(fault =>
                fault.Split(" in html")[0].Split(" in body")[0].Split(" in main")[0]
            )
        );
    }

    [Fact(Timeout = Limits.OfATest)]
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

    [Fact(Timeout = Limits.OfATest)]
    public async Task Start_FreshFolder_ServesThePublicHome_AndLeavesNothing()
    {
        string folder;
        Uri address;
        // The first day of the programme: the world before anything has happened starts soonest.
        var settings = new Dictionary<string, string> { ["Demo:Day"] = "2022-03-02" };
        await using (
            var portal = await PortalProcess.StartAsync(Repository.PortalAssembly, settings)
        )
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
