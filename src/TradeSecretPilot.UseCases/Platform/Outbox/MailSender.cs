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

    public bool IsConfigured => Options.HasRelay || Options.HasFolder;

    /// <summary>For a number of mails, one after the other; the relay is called when the first one is sent.</summary>
    public MailConnection Open() => new(Options);
}

public static class MailSetup
{
    /// <exception cref="SettingsException">A setting cannot be right.</exception>
    public static IServiceCollection AddPilotMail(
        this IServiceCollection services,
        MailOptions options
    )
    {
        options.Check();
        return services.AddSingleton(new MailSender(options));
    }
}
