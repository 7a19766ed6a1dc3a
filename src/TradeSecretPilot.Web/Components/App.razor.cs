using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using TradeSecretPilot.Web.Hosting;

namespace TradeSecretPilot.Web.Components;

/// <summary>
/// The document around every page. Work pages are interactive; public and account pages are static and load no
/// framework script at all.
/// </summary>
public sealed partial class App
{
    private const string RadzenVersion = "13.1.0";

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    private bool IsInteractive => HttpContext.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => IsInteractive ? RenderMode.InteractiveServer : null;

    private string Theme => Preferences.ThemeOf(HttpContext.Request);

    private static string Language => CultureInfo.CurrentUICulture.Name;

    // The package's files are served uncompressed through @Assets, so they are named by version instead.
    private string RadzenSheet(string part) =>
        $"_content/Radzen.Blazor/css/{(Theme == Preferences.Dark ? "dark" : "default")}{part}.css?v={RadzenVersion}";
}
