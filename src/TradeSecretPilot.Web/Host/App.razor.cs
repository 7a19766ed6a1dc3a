using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Host;

/// <summary>
/// The document around every page. Work pages are interactive; public and account pages are static and load no
/// framework script at all.
/// </summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    private bool IsInteractive => HttpContext.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => IsInteractive ? RenderMode.InteractiveServer : null;

    private string Theme => Preferences.ThemeOf(HttpContext.Request);

    private static string Language => CultureInfo.CurrentUICulture.Name;
}
