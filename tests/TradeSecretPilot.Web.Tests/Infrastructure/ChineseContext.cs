using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.Web.Ui.Files;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>Draws components in Chinese, with the portal's texts.</summary>
public abstract class ChineseContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    // A second is little where two suites share a machine.
    static ChineseContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected ChineseContext()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        Services.AddSingleton<IStringLocalizer, PortalLocalizer>();
        Services.AddLogging();
        Services.AddSingleton<HeavyWork>();
        Services.AddSingleton<OpenSentFile>(Sent.OpenAsync);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>Files that the browser has sent.</summary>
    private protected SentFiles Sent { get; } = new();

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = _before;
        base.Dispose(disposing);
    }
}
