using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Attachments;

/// <summary>Files that go with a plan, and the sealed copy, through the hands of the region and the province.</summary>
public sealed class AttachmentTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Approver = "local.339104";
    private const string Reviewer = "reviewer.330000";
    private const string Title = "三方会商纪要（示例）";

    /// <summary>The sample plan has a file already; the new one comes last.</summary>
    private const string TitleField = ".files.edit li:last-child input";
    private const string Foundation = "[data-field=foundation]";
    private const int Megabyte = 1024 * 1024;

    private PortalProcess _portal = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = Limits.OfATest)]
    public async Task Plan_WithFilesAndSeal_ReachesTheProvinceByteForByte()
    {
        await using var portal = await worlds.StartAsync();
        _portal = portal;
        var proof = Pdf(6 * Megabyte);
        var application = await AttachAsync(proof);
        await SealAndSubmitAsync(application);
        await ReadInTheProvinceAsync(application, proof);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task SealedCopy_TextEditedAfterwards_IsShownVoid()
    {
        await using var portal = await worlds.StartAsync();
        _portal = portal;
        await using var window = await browser.EnterAsync(portal.Address, Drafter);
        var application = await OpenEditorAsync(window);
        var page = window.Page;
        await window.GoToAsync($"/applications/{application}/edit?part=4");
        await SealAsync(page, "盖章申报书.pdf");
        await Assertions.Expect(page.Locator(".files .chip")).ToHaveTextAsync("与现文本一致");

        await window.GoToAsync($"/applications/{application}/edit");
        await window.WriteAsync(Foundation, "（示例）盖章以后又改了一句。");
        await window.GoToAsync($"/applications/{application}?tab=documents");

        await Assertions.Expect(page.Locator(".files .chip")).ToHaveTextAsync("已失效");
        await window.SeesAsync("盖章件已失效");
        await LookAsync(window, "sealed-void");
        window.AssertNoComplaints();
    }

    /// <summary>The drafter sends a file, names it, and meets the refusals; what was typed meanwhile stays.</summary>
    private async Task<string> AttachAsync(byte[] proof)
    {
        await using var window = await browser.EnterAsync(_portal.Address, Drafter);
        var application = await OpenEditorAsync(window);
        var page = window.Page;
        var upload = page.Locator(".upload").First;
        await window.WriteAsync(Foundation, "（示例）上传附件之前写下的话。");
        await page.Locator(".rail").GetByText("附件与盖章件").ClickAsync();

        await ChooseAsync(upload, ("会商纪要.pdf", "application/pdf", proof));
        await Assertions.Expect(upload).ToContainTextAsync("已上传：会商纪要.pdf", Patient);
        await Assertions.Expect(page.Locator(TitleField)).ToHaveValueAsync("会商纪要");
        await window.WriteAsync(TitleField, Title);

        await ChooseAsync(
            upload,
            ("程序.pdf", "application/pdf", Encoding.ASCII.GetBytes("MZ no document at all"))
        );
        await Assertions
            .Expect(upload.Locator("[data-refusal]"))
            .ToHaveAttributeAsync(
                "data-refusal",
                "Attachment.KindNotTaken",
                new() { Timeout = 30_000 }
            );
        using var large = LargeFile.Of(UploadTests.Largest + 1);
        await ConfirmAsync(upload);
        await upload.Locator("input[type=file]").SetInputFilesAsync(large.Path);
        await Assertions
            .Expect(upload.Locator("[data-refusal]"))
            .ToContainTextAsync("单个文件不能超过50 MB", Patient);
        await LookAsync(window, "attachments-refused");
        await Assertions.Expect(page.Locator(".files.edit li")).ToHaveCountAsync(2);

        await window.GoToAsync($"/applications/{application}/edit?part=4");
        await Assertions.Expect(page.Locator(TitleField)).ToHaveValueAsync(Title);
        await LookAsync(window, "attachments");
        await window.GoToAsync($"/applications/{application}/edit");
        await Assertions
            .Expect(page.Locator(Foundation))
            .ToHaveValueAsync("（示例）上传附件之前写下的话。");
        window.AssertNoComplaints();
        return application;
    }

    /// <summary>The approver has the plan sealed, is reminded of it in the dialog, and submits.</summary>
    private async Task SealAndSubmitAsync(string application)
    {
        await using var window = await browser.EnterAsync(
            _portal.Address,
            Approver,
            $"/applications/{application}/edit?part=4"
        );
        var page = window.Page;
        await window.PressAsync("重新提交");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("未上传，提交后可以补传");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "返回" }).ClickAsync();
        await SealAsync(page, "盖章申报书.pdf");
        await Assertions.Expect(page.Locator(".files .chip")).ToHaveTextAsync("与现文本一致");
        await LookAsync(window, "sealed");

        await window.PressAsync("重新提交");
        await Assertions.Expect(dialog).ToContainTextAsync("已上传，与现文本一致");
        await window.ConfirmAsync("提交第2版");
        await window.SeesAsync("已提交，回执如下");
        window.AssertNoComplaints();
    }

    private async Task ReadInTheProvinceAsync(string application, byte[] proof)
    {
        await using var window = await browser.EnterAsync(
            _portal.Address,
            Reviewer,
            $"/review/{application}?part=4"
        );
        var page = window.Page;
        await window.SeesAsync(Title);
        await LookAsync(window, "review-attachments");
        var file = await DownloadAsync(
            page,
            page.GetByRole(AriaRole.Link, new() { Name = $"下载附件：{Title}" })
        );
        Assert.Equal("会商纪要.pdf", file.Name);
        Assert.Equal(SHA256.HashData(proof), SHA256.HashData(file.Content));
        var scan = await DownloadAsync(
            page,
            page.GetByRole(AriaRole.Link, new() { Name = "下载盖章件" })
        );
        Assert.Equal("盖章申报书.pdf", scan.Name);

        var address = await page.Locator("ol.files a").Last.GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(address!);
        Assert.StartsWith(
            "attachment",
            answer.Headers["content-disposition"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "filename*=UTF-8''%E4%BC%9A%E5%95%86%E7%BA%AA%E8%A6%81.pdf",
            answer.Headers["content-disposition"],
            StringComparison.Ordinal
        );
        Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
        Assert.Equal("no-store", answer.Headers["cache-control"]);
        window.AssertNoComplaints();

        // Another province learns nothing, not even that there is such a file.
        await using var stranger = await browser.EnterAsync(_portal.Address, "reviewer.440000");
        var refused = await stranger.Page.APIRequest.GetAsync(address!);
        Assert.Equal(404, refused.Status);
    }

    private static LocatorAssertionsToContainTextOptions Patient => new() { Timeout = 60_000 };

    private static async Task<string> OpenEditorAsync(PortalPage window)
    {
        await window.GoToAsync("/applications");
        var path = await window
            .Page.GetByRole(AriaRole.Link, new() { Name = "去修改" })
            .GetAttributeAsync("href");
        await window.GoToAsync(path!);
        return path!.Split('/')[2];
    }

    private static async Task SealAsync(IPage page, string name)
    {
        var upload = page.Locator(".seal-send .upload");
        await ChooseAsync(upload, (name, "application/pdf", Pdf(2048)));
        await Assertions.Expect(upload).ToContainTextAsync($"已上传：{name}");
    }

    private static async Task ChooseAsync(
        ILocator upload,
        (string Name, string Type, byte[] Content) file
    )
    {
        await ConfirmAsync(upload);
        await upload
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = file.Name,
                    MimeType = file.Type,
                    Buffer = file.Content,
                }
            );
    }

    private static async Task ConfirmAsync(ILocator upload)
    {
        await upload.Locator(".check input").SetCheckedAsync(true);
        await Assertions.Expect(upload.Locator("input[type=file]")).ToBeEnabledAsync();
    }

    /// <summary>Accessible, and a picture of the desktop and the phone.</summary>
    private static async Task LookAsync(PortalPage window, string name)
    {
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync($"documents/{name}");
        await window.Page.SetViewportSizeAsync(Browser.Phone.Width, Browser.Phone.Height);
        await window.AssertAccessibleAsync();
        await window.ScreenshotAsync($"documents/{name}-390");
        await window.Page.SetViewportSizeAsync(Browser.Desktop.Width, Browser.Desktop.Height);
    }

    /// <summary>A PDF that does not compress.</summary>
    private static byte[] Pdf(int length) =>
        PdfFile.Of(RandomNumberGenerator.GetBytes(length - PdfFile.Overhead));

    private static async Task<(string Name, byte[] Content)> DownloadAsync(
        IPage page,
        ILocator link
    )
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, Ct);
        return (download.SuggestedFilename, content.ToArray());
    }
}
