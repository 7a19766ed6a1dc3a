using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Web.Localization;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>Draws components in Chinese, with the portal's texts.</summary>
public abstract class ChineseContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    protected ChineseContext()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        Services.AddSingleton<IStringLocalizer, PortalLocalizer>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = _before;
        base.Dispose(disposing);
    }
}
