using Microsoft.Extensions.DependencyInjection;

namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>One mail to one person.</summary>
/// <param name="Id">Stays the same when it is sent again: its Message-ID is made of it.</param>
public sealed record Mail(Guid Id, string To, string Subject, string Body);

/// <summary>A mail did not leave. The message says why, in both languages.</summary>
public sealed class MailException : Exception
{
    public MailException() { }

    public MailException(string message)
        : base(message) { }

    public MailException(string message, Exception inner)
        : base(message, inner) { }
}

/// <summary>The way out for mail.</summary>
public sealed class MailSender(MailOptions options)
{
    public MailOptions Options { get; } = options;

    /// <summary>The portal's address as its users know it, such as <c>https://pilot.example.cn</c>; null when nobody said it.</summary>
    public string? PublicAddress { get; init; }

    public bool IsConfigured => Options.HasRelay || Options.HasFolder;

    /// <summary>Whether a mail can hold an address of the portal that leads there.</summary>
    public bool CanSendLinks => IsConfigured && !string.IsNullOrWhiteSpace(PublicAddress);

    /// <summary>A page's whole address, or its path alone where the portal's address is not known.</summary>
    public string AddressOf(string path) => PublicAddress?.TrimEnd('/') + path;

    /// <summary>For a number of mails, one after the other; the relay is called when the first one is sent.</summary>
    public MailConnection Open() => new(Options);
}

public static class MailSetup
{
    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public static IServiceCollection AddPilotMail(
        this IServiceCollection services,
        MailOptions options,
        string? publicAddress = null
    )
    {
        options.Check();
        return services.AddSingleton(new MailSender(options) { PublicAddress = publicAddress });
    }
}
