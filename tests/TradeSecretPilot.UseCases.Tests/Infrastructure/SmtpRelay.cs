using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>An SMTP relay with a certificate of its own making, and the account <c>portal</c>.</summary>
internal sealed class SmtpRelay : IAsyncDisposable
{
    private const string User = "portal";
    private const string Password = "示例-Secret-1";

    private readonly DirectoryInfo _folder;
    private readonly NodeServer _server;
    private readonly string _fingerprint;
    private readonly MailSecurity _security;

    private SmtpRelay(
        DirectoryInfo folder,
        NodeServer server,
        string fingerprint,
        MailSecurity security
    ) => (_folder, _server, _fingerprint, _security) = (folder, server, fingerprint, security);

    /// <summary>Right for this relay.</summary>
    public MailOptions Options =>
        new()
        {
            Host = "127.0.0.1",
            Port = _server.Port,
            Security = _security,
            User = _security == MailSecurity.None ? null : User,
            Password = _security == MailSecurity.None ? null : Password,
            From = "平台 <noreply@pilot.example.cn>",
            CertificateSha256 = _fingerprint,
            TimeoutSeconds = 20,
        };

    public static async Task<SmtpRelay> StartAsync(MailSecurity security)
    {
        var folder = Directory.CreateTempSubdirectory("pilot-relay-");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=relay.example.cn",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(30)
        );
        var (keyFile, certificateFile) = (
            Path.Combine(folder.FullName, "key.pem"),
            Path.Combine(folder.FullName, "certificate.pem")
        );
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
        var isPlain = security == MailSecurity.None;
        var server = await NodeServer.StartAsync(
            "smtp.mjs",
            new
            {
                key = keyFile,
                cert = certificateFile,
                mode = security switch
                {
                    MailSecurity.Tls => "tls",
                    MailSecurity.StartTls => "starttls",
                    _ => "plain",
                },
                user = isPlain ? null : User,
                password = isPlain ? null : Password,
            }
        );
        return new SmtpRelay(
            folder,
            server,
            certificate.GetCertHashString(HashAlgorithmName.SHA256),
            security
        );
    }

    /// <summary>Connections so far.</summary>
    public int Connections => _server.Said("connected").Count;

    public int MailCount => _server.Said("mail").Count;

    /// <summary>Waits for a number of mails.</summary>
    public async Task<List<ReceivedMail>> MailsAsync(int count)
    {
        var mails = new List<ReceivedMail>();
        foreach (var said in await _server.SaidAsync("mail", count))
        {
            using var raw = new MemoryStream(said.GetProperty("mail").GetBytesFromBase64());
            mails.Add(
                new ReceivedMail(
                    await MimeMessage.LoadAsync(raw),
                    said.GetProperty("to")[0].GetString()!,
                    said.GetProperty("secure").GetBoolean(),
                    said.GetProperty("user").GetString()
                )
            );
        }

        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>What the relay took.</summary>
/// <param name="IsSecure">The connection was encrypted.</param>
/// <param name="User">Who signed in; null when nobody did.</param>
internal sealed record ReceivedMail(MimeMessage Message, string To, bool IsSecure, string? User);
