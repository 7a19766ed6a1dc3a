namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>A mail to be sent, written in the same transaction as the change it speaks of.</summary>
public sealed class OutboxMessage
{
    public const int AddressMaxLength = 256;
    public const int SubjectMaxLength = 200;
    public const int ErrorMaxLength = 500;

    private OutboxMessage() { }

    public Guid Id { get; private set; }

    public string To { get; private set; } = null!;

    public string Subject { get; private set; } = null!;

    public string Body { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>UTC, by the machine's clock; not to be tried before, or taken by a node until then.</summary>
    public DateTimeOffset NotBefore { get; internal set; }

    public int Attempts { get; internal set; }

    public DateTimeOffset? SentAt { get; internal set; }

    public string? LastError { get; internal set; }

    /// <summary>The link whose code goes into the body when it leaves; null for any other mail.</summary>
    public Guid? PasswordLinkId { get; private set; }

    /// <summary>The change of a mail address whose code goes into the body when it leaves; null for any other mail.</summary>
    public Guid? MailChangeId { get; private set; }

    internal static OutboxMessage Write(
        string address,
        string subject,
        string body,
        DateTimeOffset now,
        Guid? passwordLinkId = null,
        Guid? mailChangeId = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            To = address,
            Subject = subject.Length > SubjectMaxLength ? subject[..SubjectMaxLength] : subject,
            Body = body,
            CreatedAt = now,
            NotBefore = DateTimeOffset.UnixEpoch,
            PasswordLinkId = passwordLinkId,
            MailChangeId = mailChangeId,
        };
}
