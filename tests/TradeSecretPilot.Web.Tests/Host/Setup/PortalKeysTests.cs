using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.Web.Host.Setup;

namespace TradeSecretPilot.Web.Tests.Host.Setup;

/// <summary>The keys of cookies at rest.</summary>
public sealed class PortalKeysTests : IDisposable
{
    private const string Password = "示例";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Folder_WithoutACertificate_KeysInTheOpen_SharedByTwoNodes()
    {
        await using var first = Node();
        await using var second = Node();

        Assert.Equal("示例", Protector(second).Unprotect(Protector(first).Protect("示例")));
        Assert.DoesNotContain("EncryptedData", Kept(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_WithACertificate_KeysEncrypted_ReadableAfterTheCertificateChanged()
    {
        var (former, present) = (Certificate("former.pfx"), Certificate("present.pfx"));
        string cookie;
        await using (
            var first = Node(
                ("Keys:Certificate:Path", former),
                ("Keys:Certificate:Password", Password)
            )
        )
        {
            cookie = Protector(first).Protect("示例");
        }

        Assert.Contains("EncryptedData", Kept(), StringComparison.Ordinal);
        await using var second = Node(
            ("Keys:Certificate:Path", present),
            ("Keys:Certificate:Password", Password),
            ("Keys:FormerCertificates:0:Path", former),
            ("Keys:FormerCertificates:0:Password", Password)
        );
        Assert.Equal("示例", Protector(second).Unprotect(cookie));
    }

    [Fact]
    public void Certificate_Missing_StopsTheStartByName()
    {
        var refused = Assert.Throws<SettingsException>(() =>
            Node(("Keys:Certificate:Path", Path.Combine(_folder.FullName, "none.pfx")))
        );
        Assert.Contains("Keys:Certificate", refused.Message, StringComparison.Ordinal);
    }

    private string Kept() =>
        string.Concat(_folder.GetFiles("*.xml").Select(f => File.ReadAllText(f.FullName)));

    private WebApplication Node(params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            settings
                .Append(("Keys:Folder", _folder.FullName))
                .ToDictionary(s => s.Item1, s => s.Item2)
        );
        builder.AddPortalKeys(DatabaseProvider.Sqlite);
        return builder.Build();
    }

    private static IDataProtector Protector(WebApplication node) =>
        node.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie");

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=keys",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(30)
        );
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return path;
    }
}
