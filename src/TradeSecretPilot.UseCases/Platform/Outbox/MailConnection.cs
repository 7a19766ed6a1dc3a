using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>
/// One connection to the relay, kept for a number of mails. A relay that cannot be reached is tried once: the others of the same
/// number fail at once with the same reason.
/// </summary>
public sealed class MailConnection(MailOptions options) : IAsyncDisposable
{
    private SmtpClient? _client;
    private MailException? _unreachable;

    private TimeSpan Patience => TimeSpan.FromSeconds(options.TimeoutSeconds);

    private string Relay => $"{options.Host}:{options.Port}";

    /// <exception cref="MailException">It did not leave.</exception>
    /// <exception cref="OperationCanceledException">The portal is stopping.</exception>
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        using var message = Compose(mail);
        if (!options.HasRelay)
        {
            await WriteAsync(mail, message, ct);
            return;
        }

        var client = await ConnectedAsync(ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendAsync(message, patience.Token);
        }
        catch (SmtpCommandException e) when (client.IsConnected)
        {
            throw new MailException(
                $"中继拒收这封邮件：{(int)e.StatusCode} {e.Message} The relay refused this mail.",
                e
            );
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // The next mail gets a fresh connection.
            Drop();
            throw new MailException(
                $"与中继{Relay}的连接中断：{e.Message} The connection to the relay broke.",
                e
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { IsConnected: true } client)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            try
            {
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception e)
                when (e
                        is IOException
                            or SocketException
                            or SmtpProtocolException
                            or OperationCanceledException
                )
            {
                // Everything was sent; how the relay takes its leave does not matter.
            }
        }

        Drop();
    }

    private MimeMessage Compose(Mail mail)
    {
        var from = MailboxAddress.Parse(options.From);
        MailboxAddress to;
        try
        {
            to = MailboxAddress.Parse(mail.To);
        }
        catch (ParseException e)
        {
            throw new MailException("收件地址不正确。 The recipient's address is not valid.", e);
        }

        var message = new MimeMessage
        {
            // The same id each time: a mail that leaves twice is recognised as one.
            MessageId = $"{mail.Id:N}@{from.Domain}",
            // A line break in a subject would begin another header.
            Subject = mail.Subject.ReplaceLineEndings(" "),
            Body = new TextPart(TextFormat.Plain) { Text = mail.Body },
        };
        message.From.Add(from);
        message.To.Add(to);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private async Task WriteAsync(Mail mail, MimeMessage message, CancellationToken ct)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.GetFullPath(options.Folder!)).FullName;
            await message.WriteToAsync(Path.Combine(folder, $"{mail.Id:N}.eml"), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailException(
                $"邮件文件夹不能写入：{e.Message} The mail folder cannot be written to.",
                e
            );
        }
    }

    private async Task<SmtpClient> ConnectedAsync(CancellationToken ct)
    {
        if (_client is { IsConnected: true } present)
        {
            return present;
        }

        if (_unreachable is { } known)
        {
            throw known;
        }

        Drop();
        var client = new SmtpClient
        {
            CheckCertificateRevocation = options.CheckRevocation,
            Timeout = (int)Patience.TotalMilliseconds,
        };
        if (!string.IsNullOrWhiteSpace(options.CertificateSha256))
        {
            client.ServerCertificateValidationCallback = IsTheOneNamed;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, Socket(), patience.Token);
            if (!string.IsNullOrEmpty(options.User))
            {
                await client.AuthenticateAsync(options.User, options.Password!, patience.Token);
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            client.Dispose();
            _unreachable = new MailException(Explain(e), e);
            throw _unreachable;
        }

        return _client = client;
    }

    private SecureSocketOptions Socket() =>
        options.Protection switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };

    private bool IsTheOneNamed(
        object sender,
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors
    ) =>
        certificate is not null
        && string.Equals(
            certificate.GetCertHashString(HashAlgorithmName.SHA256),
            options.CertificateSha256!.Replace(":", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );

    private string Explain(Exception e) =>
        e switch
        {
            SslHandshakeException =>
                $"中继{Relay}的证书不受信任，或不支持所设的加密方式。 The relay's certificate is not trusted, or it does not speak the encryption that is set.",
            AuthenticationException =>
                $"中继{Relay}不接受所设的账号和密码。 The relay does not take the account and password that are set.",
            NotSupportedException =>
                $"中继{Relay}不提供所设的加密或登录方式。 The relay does not offer the encryption or sign-in that is set.",
            OperationCanceledException or TimeoutException =>
                $"中继{Relay}在{options.TimeoutSeconds}秒内没有应答。 The relay did not answer in time.",
            _ => $"无法连接邮件中继{Relay}：{e.Message} The mail relay could not be reached.",
        };

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }
}
