using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Host.Setup;

/// <summary>
/// The keys of cookies and forms, kept over restarts: on PostgreSQL and SQL Server in the database, so that all nodes have them; on
/// SQLite in <c>Keys:Folder</c>. With <c>Keys:Certificate</c> they are stored encrypted.
/// </summary>
public static class PortalKeys
{
    private const string ApplicationName = "TradeSecretPilot";
    private const string DefaultFolder = "App_Data/keys";

    /// <exception cref="SettingsException">A certificate cannot be read.</exception>
    public static void AddPortalKeys(this WebApplicationBuilder builder, DatabaseProvider provider)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName(ApplicationName);
        if (provider == DatabaseProvider.Sqlite)
        {
            keys.PersistKeysToFileSystem(
                Directory.CreateDirectory(FolderOf(builder.Configuration, builder.Environment))
            );
        }
        else
        {
            keys.PersistKeysToPilotDatabase();
        }

        var present = builder.Configuration.GetSection("Keys:Certificate").Get<KeyCertificate>();
        if (present?.Path is null)
        {
            return;
        }

        var former = builder
            .Configuration.GetSection("Keys:FormerCertificates")
            .Get<List<KeyCertificate>>();
        var certificate = Load(present);
        keys.ProtectKeysWithCertificate(certificate)
            .UnprotectKeysWithAnyCertificate([
                certificate,
                .. (former ?? []).Where(c => c.Path is not null).Select(Load),
            ]);
    }

    /// <summary>Where they are on SQLite.</summary>
    public static string FolderOf(IConfiguration configuration, IHostEnvironment environment) =>
        Path.Combine(environment.ContentRootPath, configuration["Keys:Folder"] ?? DefaultFolder);

    private static X509Certificate2 Load(KeyCertificate certificate)
    {
        try
        {
            var loaded = X509CertificateLoader.LoadPkcs12FromFile(
                certificate.Path!,
                certificate.Password
            );
            return loaded.HasPrivateKey
                ? loaded
                : throw new SettingsException(
                    $"证书{certificate.Path}没有私钥，不能用于Keys:Certificate。",
                    $"The certificate {certificate.Path} has no private key and cannot serve as Keys:Certificate."
                );
        }
        catch (Exception e)
            when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"Keys:Certificate的证书{certificate.Path}无法读取：{e.Message} The certificate cannot be read.",
                e
            );
        }
    }

    /// <summary>A file in PKCS #12 (<c>.pfx</c>) with its private key.</summary>
    private sealed record KeyCertificate
    {
        public string? Path { get; init; }

        public string? Password { get; init; }
    }
}
