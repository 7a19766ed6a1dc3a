using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;

namespace TradeSecretPilot.EndToEnd.Tests.Downloads;

/// <summary>Official documents as people get them: looked at in the page, kept as a file, many at once, or refused with a reason.</summary>
public sealed class DocumentTests(Browser browser, Worlds worlds)
{
    private const string WorkingGroup = "wg";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limits.OfATest)]
    public async Task Application_LookedAtAndKept_IsTheWholeDocument()
    {
        var portal = await worlds.WinterAsync();
        await using var window = await browser.EnterAsync(
            portal.Address,
            WorkingGroup,
            "/applications?status=Selected"
        );
        var page = window.Page;
        await page.Locator("main a.title").First.ClickAsync();
        await page.WaitForURLAsync("**/applications/*");
        await page.GetByRole(AriaRole.Link, new() { Name = "文件" }).ClickAsync();
        var first = page.Locator(".doclist > li").First;

        await first.Locator("summary").PressAsync("Enter");
        var picture = first.Locator("img");
        await page.WaitForFunctionAsync(
            "() => document.querySelector('.doclist img').naturalHeight > 1000"
        );
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("documents/preview");
        await page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await window.ScreenshotAsync("documents/preview-390");
        await page.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);

        var pdf = await DownloadAsync(
            page,
            first.GetByRole(AriaRole.Link, new() { Name = "的 PDF" })
        );
        Assert.EndsWith(".pdf", pdf.Name, StringComparison.Ordinal);
        Assert.StartsWith("示例", pdf.Name, StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7", Encoding.ASCII.GetString(pdf.Content, 0, 8));
        var word = await DownloadAsync(
            page,
            first.GetByRole(AriaRole.Link, new() { Name = "的 Word 文件" })
        );
        Assert.EndsWith(".docx", word.Name, StringComparison.Ordinal);
        Assert.Equal("PK", Encoding.ASCII.GetString(word.Content, 0, 2));
        await Assertions.Expect(picture).ToBeVisibleAsync();
        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Reports_Bundled_AreMadeInTheBackgroundAndFetched()
    {
        // It adds a download of its own to a world that is otherwise only read.
        var portal = await worlds.WinterAsync();
        await using var window = await browser.EnterAsync(
            portal.Address,
            "lead",
            "/reports/list?period=1"
        );
        var page = window.Page;

        await window.PressAsync("打包下载");
        await window.SeesAsync("已开始打包");
        await window.PressAsync("打包下载");
        await window.SeesAsync("无须重复提交");
        await window.GoToAsync("/downloads");
        var ready = page.Locator("main a[download]").First;
        await Assertions.Expect(ready).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("documents/downloads");

        var zip = await DownloadAsync(page, ready);
        await using var archive = await ZipArchive.CreateAsync(
            new MemoryStream(zip.Content),
            ZipArchiveMode.Read,
            leaveOpen: false,
            null,
            Ct
        );
        Assert.NotEmpty(archive.Entries);
        Assert.All(
            archive.Entries,
            e => Assert.EndsWith("版）.pdf", e.Name, StringComparison.Ordinal)
        );
        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Audit_Certified_GivesAFileAndAReceiptAnyoneVerifies()
    {
        var portal = await worlds.WinterAsync();
        await using var window = await browser.EnterAsync(
            portal.Address,
            "auditadmin",
            "/admin/audit"
        );

        var certificate = await DownloadAsync(
            window.Page,
            window.Page.GetByRole(AriaRole.Button, new() { Name = "出具校验证明" })
        );

        Assert.StartsWith("审计校验证明SJ-", certificate.Name, StringComparison.Ordinal);
        var number = Path.GetFileNameWithoutExtension(certificate.Name)["审计校验证明".Length..];
        await window.GoToStaticAsync($"/verify?number={number}");
        await window.SeesAsync("回执真实有效");
        await window.SeesAsync("审计校验证明");
        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task Announcement_ByAnyone_OthersByThoseWhoMay()
    {
        var portal = await worlds.WinterAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = portal.Address,
        };

        using var list = await client.GetAsync("/documents/announcements/1.pdf", Ct);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Equal("application/pdf", list.Content.Headers.ContentType!.MediaType);
        using var unknown = await client.GetAsync("/documents/announcements/7.pdf", Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var closed = await client.GetAsync(
            $"/documents/applications/{Guid.NewGuid()}.pdf",
            Ct
        );
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);

        await using var window = await browser.EnterAsync(
            portal.Address,
            WorkingGroup,
            "/announcement"
        );
        var answer = await window.Page.GotoAsync($"/documents/applications/{Guid.NewGuid()}.pdf");
        Assert.Equal(404, answer!.Status);
        await Assertions.Expect(window.Page.Locator("body")).ToContainTextAsync("没有找到这件申报");
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task EngineMissing_PortalRuns_AndSaysWhatToInstall()
    {
        await using var portal = await worlds.StartAsync(
            settings: new Dictionary<string, string> { ["Documents:Node"] = "no-such-program" }
        );
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var health = await client.GetAsync("/health", Ct);
        var report = await health.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains("Degraded", report, StringComparison.Ordinal);
        Assert.Contains("documents/install.sh", report, StringComparison.Ordinal);

        await using var window = await browser.EnterAsync(
            portal.Address,
            "reviewer.330000",
            "/applications"
        );
        await window.Page.Locator("main a.title").First.ClickAsync();
        await window.Page.WaitForURLAsync("**/applications/*");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "文件" }).ClickAsync();
        await window.SeesAsync("暂时不能生成 PDF");
        await window.SeesAsync("Node.js 20");
        await window.SeesAsync("documents/install.sh");
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync("documents/engine-missing");
        var pdf = window.Page.Locator(".doclist a[href*='.pdf']").First;
        var answer = await window.Page.GotoAsync((await pdf.GetAttributeAsync("href"))!);
        Assert.Equal(503, answer!.Status);
        await Assertions
            .Expect(window.Page.Locator("body"))
            .ToContainTextAsync("documents/install.sh");
    }

    private static async Task<(string Name, byte[] Content)> DownloadAsync(
        IPage page,
        ILocator button
    )
    {
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, Ct);
        return (download.SuggestedFilename, content.ToArray());
    }
}
