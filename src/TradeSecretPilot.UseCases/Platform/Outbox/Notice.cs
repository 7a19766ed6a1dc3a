namespace TradeSecretPilot.UseCases.Platform.Outbox;

/// <summary>通知 in the portal, to one account, in both languages.</summary>
public sealed class Notice
{
    public const int TextMaxLength = 500;
    public const int LinkMaxLength = 200;

    private Notice() { }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Zh { get; private set; } = null!;

    public string En { get; private set; } = null!;

    /// <summary>Path within the portal.</summary>
    public string Link { get; private set; } = null!;

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; internal set; }

    internal static Notice To(Guid accountId, Message message, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            Zh = Cut(message.Text.Zh),
            En = Cut(message.Text.En),
            Link = message.Link,
            At = now,
        };

    private static string Cut(string text) =>
        text.Length > TextMaxLength ? text[..TextMaxLength] : text;
}
