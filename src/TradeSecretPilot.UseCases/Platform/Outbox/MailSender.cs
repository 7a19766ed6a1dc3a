using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>Where mail goes: to an SMTP relay, or without one as .eml files into a folder.</summary>
public sealed record MailOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mail";

    public const int DefaultPort = 587;

    public string? Host { get; init; }

    public int Port { get; init; } = DefaultPort;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "noreply@localhost";

    /// <summary>STARTTLS.</summary>
    public bool EnableSsl { get; init; } = true;

    /// <summary>Used while no host is set; null leaves mail waiting in the outbox.</summary>
    public string? Folder { get; init; }
}

/// <summary>Sends one mail.</summary>
public sealed class MailSender(MailOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsConfigured => HasHost || !string.IsNullOrWhiteSpace(options.Folder);

    private bool HasHost => !string.IsNullOrWhiteSpace(options.Host);

    /// <exception cref="SmtpException">The relay refused it or was not reached.</exception>
    /// <exception cref="OperationCanceledException">The relay took longer than a minute, or the portal is stopping.</exception>
    public async Task SendAsync(string address, string subject, string body, CancellationToken ct)
    {
        using var client = HasHost ? Relay() : PickupFolder();
        using var message = new MailMessage(options.From, address)
        {
            // A line break in a subject would begin another header.
            Subject = subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = body,
            BodyEncoding = Encoding.UTF8,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(message, patience.Token);
    }

    private SmtpClient Relay() =>
        new(options.Host, options.Port)
        {
            EnableSsl = options.EnableSsl,
            Credentials = options.User is null
                ? null
                : new NetworkCredential(options.User, options.Password),
        };

    private SmtpClient PickupFolder() =>
        new()
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = Directory
                .CreateDirectory(Path.GetFullPath(options.Folder!))
                .FullName,
        };
}

public static class MailSetup
{
    public static IServiceCollection AddPilotMail(
        this IServiceCollection services,
        MailOptions options
    ) => services.AddSingleton(new MailSender(options));
}
