using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Host.Security;

/// <summary>Whoever asks under another name gets nothing: no link or cookie is made for a name that is not the portal's.</summary>
internal static class RequiredHosts
{
    private const string Key = "AllowedHosts";

    /// <exception cref="SettingsException">In Production, without names or with all of them.</exception>
    public static void Check(WebApplicationBuilder builder)
    {
        var names = (builder.Configuration[Key] ?? "").Split(';', StringSplitOptions.TrimEntries);
        if (builder.Environment.IsProduction() && names.Any(name => name is "" or "*"))
        {
            throw new SettingsException(
                "正式环境须设置AllowedHosts：门户的域名，以分号分隔，例如 portal.example.cn;localhost。",
                "Production needs AllowedHosts: the portal's names, separated by semicolons, such as portal.example.cn;localhost."
            );
        }
    }
}
