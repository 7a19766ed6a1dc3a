namespace TradeSecretPilot.Web.Host;

/// <summary>The section <c>Hosting</c> of the configuration.</summary>
public sealed class HostingSettings
{
    public const string Section = "Hosting";

    /// <summary>Redirects to HTTPS, sends HSTS and marks cookies Secure. Always on in Production unless set to false.</summary>
    public bool? RequireHttps { get; set; }

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For and -Proto are believed, beside this machine's own.</summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];

    /// <summary>Sign-in attempts from one address in a minute.</summary>
    public int SignInPerAddress { get; set; } = 30;

    /// <summary>Sign-in attempts on one account name in a minute.</summary>
    public int SignInPerAccount { get; set; } = 10;

    /// <summary>Requests of one account in a minute that send files: a few hundred megabytes in pieces, and the questions between.</summary>
    public int UploadRequestsPerAccount { get; set; } = 1200;

    /// <summary>Greatest request, in bytes. Files come in pieces, which have a limit of their own far below it.</summary>
    public long MaxRequestBytes { get; set; } = 52 * 1024 * 1024;

    /// <summary>Folder of the rolling log files; empty writes none.</summary>
    public string LogFolder { get; set; } = "App_Data/logs";

    public static HostingSettings Of(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<HostingSettings>() ?? new HostingSettings();

    public bool UsesHttps(IHostEnvironment environment) =>
        RequireHttps ?? environment.IsProduction();
}
