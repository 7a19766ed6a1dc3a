using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(TradeSecretPilot.EndToEnd.Tests.Infrastructure.Browser))]

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>One Chromium of the operating system for all tests; each test opens windows of its own, which share nothing.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The desktop of the visual design.</summary>
    public static readonly ViewportSize Desktop = new() { Width = 1440, Height = 900 };

    /// <summary>The phone of the visual design.</summary>
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private static readonly string[] Executables =
    [
        // Without the window's part it draws several times as fast.
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Limits.OfAnAnswer);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath =
                    Executables.FirstOrDefault(File.Exists)
                    ?? throw new InvalidOperationException(
                        "No Chromium is installed: tests/run.sh installs it."
                    ),
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>Opens a window without a past, in Chinese and in Beijing.</summary>
    internal async Task<PortalPage> OpenAsync(
        Uri address,
        ViewportSize? viewport = null,
        ColorScheme scheme = ColorScheme.Light,
        string locale = "zh-CN"
    )
    {
        var context = await _chromium!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address.OriginalString,
                Locale = locale,
                TimezoneId = "Asia/Shanghai",
                ViewportSize = viewport ?? Desktop,
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                AcceptDownloads = true,
            }
        );
        context.SetDefaultTimeout(Limits.OfAPage);
        return new PortalPage(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync().AsTask().WaitAsync(Limits.OfClosing);
        }

        _playwright?.Dispose();
    }
}
