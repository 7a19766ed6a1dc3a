namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>Where a form may send its user back to: addresses of this portal only.</summary>
public static class LocalUrl
{
    /// <summary>The address when it is a path of this portal, otherwise <paramref name="fallback"/>.</summary>
    public static string Or(string? url, string fallback = "/") => IsLocal(url) ? url! : fallback;

    /// <summary>A path that starts with one slash: neither another host nor a script.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..]
        && (url.Length == 1 || (url[1] != '/' && url[1] != '\\'))
        && !url.Any(c => char.IsControl(c) || c == '\\');
}
