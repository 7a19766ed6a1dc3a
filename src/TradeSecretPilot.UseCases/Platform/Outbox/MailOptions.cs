using System.Net;
using MimeKit;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>How the connection to the relay is protected.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted from the first byte; usual on port 465.</summary>
    Tls = 1,

    /// <summary>Encrypted after a greeting in the open; usual on port 587. A relay that does not offer it gets no mail.</summary>
    StartTls = 2,

    /// <summary>Not at all: for a relay on the same machine.</summary>
    None = 3,
}

/// <summary>Where mail goes: to an SMTP relay, or without one as .eml files into a folder.</summary>
public sealed record MailOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mail";

    public const int DefaultPort = 587;
    private const int TlsPort = 465;
    private const int MaxTimeoutSeconds = 600;

    public string? Host { get; init; }

    public int Port { get; init; } = DefaultPort;

    /// <summary>Null chooses by the port: <see cref="MailSecurity.Tls"/> on 465, <see cref="MailSecurity.StartTls"/> else.</summary>
    public MailSecurity? Security { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "noreply@localhost";

    /// <summary>SHA-256 of the relay's certificate, in hexadecimal: that certificate is accepted, regardless of its issuer.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>Asks the issuer whether the certificate was revoked; to be off where the issuer cannot be reached.</summary>
    public bool CheckRevocation { get; init; } = true;

    /// <summary>For connecting, and again for each mail.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>Used while no host is set; null leaves mail waiting in the outbox.</summary>
    public string? Folder { get; init; }

    public bool HasRelay => !string.IsNullOrWhiteSpace(Host);

    public bool HasFolder => !string.IsNullOrWhiteSpace(Folder);

    public MailSecurity Protection =>
        Security ?? (Port == TlsPort ? MailSecurity.Tls : MailSecurity.StartTls);

    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public void Check()
    {
        if (!HasRelay)
        {
            return;
        }

        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            throw new SettingsException(
                $"Mail:Host“{Host}”不是主机名，只写主机名或IP，不带协议和端口。",
                $"Mail:Host “{Host}” is no host name: give the name or address alone, without protocol or port."
            );
        }

        if (Port is < IPEndPoint.MinPort + 1 or > IPEndPoint.MaxPort)
        {
            throw new SettingsException(
                $"Mail:Port“{Port}”不是端口号（1至65535）。",
                $"Mail:Port “{Port}” is no port (1 to 65535)."
            );
        }

        if (!MailboxAddress.TryParse(From, out var from) || !from.Address.Contains('@'))
        {
            throw new SettingsException(
                $"Mail:From“{From}”不是邮箱地址。",
                $"Mail:From “{From}” is no mail address."
            );
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            throw new SettingsException(
                "Mail:User和Mail:Password须同时填写或同时留空。",
                "Give both Mail:User and Mail:Password, or neither."
            );
        }

        if (Protection == MailSecurity.None && !string.IsNullOrEmpty(User) && !IsThisMachine)
        {
            throw new SettingsException(
                "Mail:Security为None时密码会明文传输，请改用StartTls或Tls，或去掉Mail:User。",
                "With Mail:Security None the password would travel in the open: use StartTls or Tls, or remove Mail:User."
            );
        }

        if (TimeoutSeconds is < 1 or > MaxTimeoutSeconds)
        {
            throw new SettingsException(
                $"Mail:TimeoutSeconds须为1至{MaxTimeoutSeconds}。",
                $"Mail:TimeoutSeconds must be 1 to {MaxTimeoutSeconds}."
            );
        }
    }

    private bool IsThisMachine =>
        string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
