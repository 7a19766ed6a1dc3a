using System.Security.Cryptography;
using Microsoft.Playwright;
using TradeSecretPilot.EndToEnd.Tests.Infrastructure;
using TradeSecretPilot.EndToEnd.Tests.Resilience;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Attachments;

/// <summary>Files on their way over a line that breaks, and what their sender can do meanwhile.</summary>
public sealed class UploadTests(Browser browser, Worlds worlds)
{
    private const string Drafter = "drafter.339104";
    private const string Notice = "#components-reconnect-modal";
    private const string Row = ".upload-now";
    private const string Listed = ".files.edit li";
    private const int Megabyte = 1024 * 1024;
    internal const int Largest = 50 * Megabyte;
    private const int Cuts = 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static LocatorAssertionsToContainTextOptions Patient => new() { Timeout = 120_000 };

    [Theory(Timeout = Limits.OfATest)]
    [MemberData(nameof(Worlds.Stores), MemberType = typeof(Worlds))]
    public async Task FiftyMegabytes_ThroughTenRandomCuts_ArriveByteForByte(Store store)
    {
        await using var portal = await worlds.StartAsync(store);
        await using var wire = new Wire(portal.Address);
        await using var window = await EditAsync(wire.Address);
        using var file = LargeFile.Of(Largest);
        var before = await window.Page.Locator(Listed).CountAsync();
        wire.CutAt(
            Enumerable
                .Range(0, Cuts)
                .Select(_ =>
                    (RandomNumberGenerator.GetInt32(Largest), RandomNumberGenerator.GetInt32(3))
                )
                .Order()
                .Select(cut => ((long)cut.Item1, cut.Item2))
        );

        var upload = await ChooseAsync(window, file.Path);
        await Assertions.Expect(upload).ToContainTextAsync("已上传：现场照片汇编.pdf", Patient);
        await Assertions.Expect(window.Page.Locator(Notice)).ToBeHiddenAsync();

        Assert.Equal(0, wire.CutsLeft);
        await Assertions.Expect(window.Page.Locator(Listed)).ToHaveCountAsync(before + 1);
        await Assertions.Expect(window.Page.Locator(Row)).ToHaveCountAsync(0);
        await window.SavedAsync();
        var sent = await File.ReadAllBytesAsync(file.Path, Ct);
        var blob = $"{Convert.ToHexStringLower(SHA256.HashData(sent))}.bin";
        var kept = await File.ReadAllBytesAsync(
            Path.Combine(portal.Folder, "files", "blobs", blob),
            Ct
        );
        var fetched = await DownloadAsync(window.Page);
        Assert.True(kept.AsSpan().SequenceEqual(sent));
        Assert.True(fetched.AsSpan().SequenceEqual(sent));
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task LineIsDown_SaysSo_CancelLeavesNothing_AndAnotherCanBeSent()
    {
        await using var portal = await worlds.StartAsync();
        await using var wire = new Wire(portal.Address);
        await using var window = await EditAsync(wire.Address);
        using var file = LargeFile.Of(8 * Megabyte);
        var before = await window.Page.Locator(Listed).CountAsync();
        wire.CutAt([(3 * Megabyte, int.MaxValue)]);

        var upload = await ChooseAsync(window, file.Path);
        var row = window.Page.Locator(Row);
        await Assertions.Expect(row).ToContainTextAsync("连接中断，自动重试");
        await LookAsync(window, "upload-broken");
        await row.GetByText("取消上传").ClickAsync();

        await Assertions.Expect(row).ToHaveCountAsync(0);
        await Assertions.Expect(upload.Locator(".upload-said")).ToContainTextAsync("已取消上传");
        wire.MendTo(portal.Address);
        await Assertions
            .Expect(window.Page.Locator(Notice))
            .ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(window.Page.Locator(Listed)).ToHaveCountAsync(before);
        using var other = LargeFile.Of(Megabyte, "另一份.pdf");
        await ChooseAsync(window, other.Path);
        await Assertions.Expect(upload).ToContainTextAsync("已上传：另一份.pdf", Patient);
        await Assertions.Expect(window.Page.Locator(Listed)).ToHaveCountAsync(before + 1);
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task LineIsBack_RetriedByHand_GoesOnWhereItStopped()
    {
        await using var portal = await worlds.StartAsync();
        await using var wire = new Wire(portal.Address);
        await using var window = await EditAsync(wire.Address);
        using var file = LargeFile.Of(8 * Megabyte);
        wire.CutAt([(5 * Megabyte, int.MaxValue)]);

        var upload = await ChooseAsync(window, file.Path);
        var retry = window.Page.Locator(Row).GetByText("立即重试");
        await Assertions.Expect(retry).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator($"{Row} .num")).Not.ToHaveTextAsync("0%");
        wire.MendTo(portal.Address);
        // It also tries by itself, perhaps in this moment: the button is then out of sight, and pressing it changes nothing.
        await retry.DispatchEventAsync("click");

        await Assertions.Expect(upload).ToContainTextAsync("已上传：现场照片汇编.pdf", Patient);
    }

    /// <summary>The page's own connection is gone for good, its successor is told of the file.</summary>
    [Fact(Timeout = Limits.OfATest)]
    public async Task CircuitIsLost_UploadGoesOn_AndTheResumedPageHasIt()
    {
        await using var portal = await worlds.StartAsync(
            settings: new Dictionary<string, string> { ["Circuits:Retention"] = "00:00:00.500" }
        );
        await using var wire = new Wire(portal.Address);
        await using var window = await EditAsync(wire.Address);
        using var file = LargeFile.Of(8 * Megabyte);
        var before = await window.Page.Locator(Listed).CountAsync();
        await window.Page.EvaluateAsync("window.sameDocument = true");
        wire.CutAt([(5 * Megabyte, int.MaxValue)]);

        var upload = await ChooseAsync(window, file.Path);
        await window.Page.WaitForSelectorAsync(
            $"{Notice}.components-reconnect-retrying",
            new() { Timeout = 60_000 }
        );
        wire.MendTo(portal.Address);

        await Assertions.Expect(upload).ToContainTextAsync("已上传：现场照片汇编.pdf", Patient);
        await Assertions.Expect(window.Page.Locator(Listed)).ToHaveCountAsync(before + 1);
        Assert.True(await window.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    /// <summary>The server stops in order and another takes its place: the page pauses and resumes, the file is sent on.</summary>
    [Fact(Timeout = Limits.OfATest)]
    public async Task ServerIsRestarted_UploadGoesOn_AndTheResumedPageHasIt()
    {
        using var world = await worlds.CopyAsync();
        await using var first = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder
        );
        await using var window = await EditAsync(first.Address);
        using var file = LargeFile.Of(8 * Megabyte);
        var before = await window.Page.Locator(Listed).CountAsync();
        var begun = new TaskCompletionSource();
        var restarted = new TaskCompletionSource();
        await window.Page.RouteAsync(
            "**/uploads/*",
            async route =>
            {
                if (
                    route.Request.Headers.TryGetValue("upload-offset", out var offset)
                    && offset != "0"
                )
                {
                    begun.TrySetResult();
                    await restarted.Task;
                }

                await route.ContinueAsync();
            }
        );
        var upload = await ChooseAsync(window, file.Path);
        await begun.Task;
        await window.SetIdleAsync(TimeSpan.FromMinutes(15));

        await first.DisposeAsync();
        await using var second = await PortalProcess.StartAsync(
            Repository.PortalAssembly,
            world.Settings,
            world.Folder,
            first.Address
        );
        restarted.SetResult();

        await Assertions.Expect(upload).ToContainTextAsync("已上传：现场照片汇编.pdf", Patient);
        await Assertions.Expect(window.Page.Locator(Listed)).ToHaveCountAsync(before + 1);
        // A file that moves is activity: its session does not end under it.
        Assert.True(await window.IdleAsync() < TimeSpan.FromMinutes(10));
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task TwoAtOnce_BothArrive_TheSameAgain_IsSaid()
    {
        await using var portal = await worlds.StartAsync();
        await using var window = await EditAsync(portal.Address);
        using var first = LargeFile.Of(3 * Megabyte, "甲.pdf");
        using var second = LargeFile.Of(2 * Megabyte, "乙.pdf");
        var before = await window.Page.Locator(Listed).CountAsync();

        var upload = await ChooseAsync(window, first.Path, second.Path);
        await Assertions
            .Expect(upload.Locator(".upload-result .ok"))
            .ToContainTextAsync("甲.pdf", Patient);
        await Assertions
            .Expect(upload.Locator(".upload-result .ok"))
            .ToContainTextAsync("乙.pdf", Patient);
        await Assertions.Expect(window.Page.Locator(Listed)).ToHaveCountAsync(before + 2);

        using var copy = LargeFile.CopyOf(first, "甲的副本.pdf");
        await ChooseAsync(window, copy.Path);
        await Assertions
            .Expect(upload.Locator("[data-refusal]"))
            .ToHaveAttributeAsync("data-refusal", "Attachment.AlreadyAttached");
        await Assertions.Expect(upload).ToContainTextAsync("已经上传过：“甲的副本.pdf”与附件“甲”");
        await Assertions.Expect(window.Page.Locator(Listed)).ToHaveCountAsync(before + 2);
        await LookAsync(window, "upload-twice");
        window.AssertNoComplaints();
    }

    [Fact(Timeout = Limits.OfATest)]
    public async Task PageIsLeftMeanwhile_AsksFirst_ThenDropsWhatHasCome()
    {
        await using var portal = await worlds.StartAsync();
        await using var window = await EditAsync(portal.Address);
        var page = window.Page;
        using var file = LargeFile.Of(2 * Megabyte);
        var released = new TaskCompletionSource();
        await page.RouteAsync(
            "**/uploads/*",
            async route =>
            {
                if (route.Request.Method == "PATCH")
                {
                    await released.Task;
                    await route.AbortAsync();
                }
                else
                {
                    await route.ContinueAsync();
                }
            }
        );
        await ChooseAsync(window, file.Path);
        await window.SeesAsync("文件正在上传，传完再提交");
        var dialog = page.GetByRole(AriaRole.Dialog);

        await page.GetByRole(AriaRole.Link, new() { Name = "我的待办" }).First.ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("离开并中断上传？");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "返回" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(Row)).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Link, new() { Name = "我的待办" }).First.ClickAsync();
        var dropped = await page.RunAndWaitForResponseAsync(
            () => dialog.GetByRole(AriaRole.Button, new() { Name = "离开，中断上传" }).ClickAsync(),
            answer => answer.Request.Method == "DELETE"
        );
        Assert.Equal(204, dropped.Status);
        await page.WaitForURLAsync("**/inbox");
        released.SetResult();
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(portal.Folder, "files", "uploads")));
    }

    /// <summary>A workbook comes the same way, is read, and is kept nowhere.</summary>
    [Fact(Timeout = Limits.OfATest)]
    public async Task Workbook_OfTheTemplate_IsReadAndCompared_AndNotKept()
    {
        await using var portal = await worlds.StartAsync();
        await using var window = await EditAsync(portal.Address, part: 2);
        var page = window.Page;
        var kept = Directory.EnumerateFiles(portal.Folder, "*.bin", SearchOption.AllDirectories);
        var before = kept.Count();
        await page.GetByRole(AriaRole.Button, new() { Name = "从 Excel 填入" }).ClickAsync();
        var import = page.Locator("section.import");
        var template = await page.RunAndWaitForDownloadAsync(() =>
            import.GetByRole(AriaRole.Link, new() { Name = "导出模板" }).ClickAsync()
        );
        var workbook = Path.Combine(portal.Folder, "举措.xlsx");
        await template.SaveAsAsync(workbook);

        await import.Locator(".check input").SetCheckedAsync(true);
        await Assertions.Expect(import.Locator("input[type=file]")).ToBeEnabledAsync();
        await import.Locator("input[type=file]").SetInputFilesAsync(workbook);

        await Assertions
            .Expect(import)
            .ToContainTextAsync("“举措.xlsx”与页面上的内容一致", Patient);
        Assert.Equal(before, kept.Count());
        window.AssertNoComplaints();
    }

    private static async Task<ILocator> ChooseAsync(PortalPage window, params string[] paths)
    {
        var upload = window.Page.Locator(".upload").First;
        await upload.Locator(".check input").SetCheckedAsync(true);
        var choice = upload.Locator("input[type=file]");
        await Assertions.Expect(choice).ToBeEnabledAsync();
        await choice.SetInputFilesAsync(paths);
        return upload;
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

    private static async Task<byte[]> DownloadAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "下载附件：现场照片汇编" }).ClickAsync()
        );
        return await File.ReadAllBytesAsync(await download.PathAsync(), Ct);
    }

    private async Task<PortalPage> EditAsync(Uri address, int part = 4)
    {
        var window = await browser.EnterAsync(address, Drafter, "/applications");
        var path = await window
            .Page.GetByRole(AriaRole.Link, new() { Name = "去修改" })
            .GetAttributeAsync("href");
        await window.GoToAsync($"{path!.Split('?')[0]}?part={part}");
        return window;
    }
}
