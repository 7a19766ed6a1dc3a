using Microsoft.Extensions.Localization;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>What a browser calls itself, in words that somebody recognises their own by.</summary>
public static class Devices
{
    // The first that fits: most browsers also name those that they come from.
    private static readonly (string Part, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("QQBrowser", "QQ Browser"),
        ("MetaSr", "Sogou"),
        ("360", "360"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Part, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as Edge, Windows.</summary>
    public static string Name(IStringLocalizer l, string device)
    {
        var (browser, system) = (Find(Browsers, device), Find(Systems, device));
        return browser is null && system is null
            ? l["其他设备"]
            : string.Join(l["，"], new[] { browser, system }.OfType<string>());
    }

    private static string? Find((string Part, string Name)[] known, string device) =>
        known.FirstOrDefault(k => device.Contains(k.Part, StringComparison.Ordinal)).Name;
}
