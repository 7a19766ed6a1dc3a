using System.Text.Json.Serialization;

namespace TradeSecretPilot.Web.Ui.Files;

/// <summary>What the browser tells of one chosen file. It tells it until it has an answer, so the same news may come twice.</summary>
/// <param name="Place">Of the control it was chosen in: a page that came back may have another under the same number.</param>
/// <param name="Key">Of the choice.</param>
/// <param name="Name">Of the file.</param>
/// <param name="Kind">What there is to tell.</param>
/// <param name="Upload">Key of the upload that has arrived.</param>
/// <param name="Refusal">The server's words on an upload that it did not take.</param>
public sealed record UploadNews(
    string Place,
    string Key,
    string Name,
    UploadNewsKind Kind,
    Guid? Upload = null,
    UploadNews.Words? Refusal = null
)
{
    /// <summary>A refusal as the endpoint writes it.</summary>
    public sealed record Words(string Code, string Zh, string En);
}

/// <summary>What there is to tell of a chosen file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadNewsKind>))]
public enum UploadNewsKind
{
    /// <summary>It has arrived.</summary>
    Sent,

    /// <summary>The server refused it.</summary>
    Refused,

    /// <summary>It cannot be sent: the session has ended, or its page was closed over it.</summary>
    Lost,

    /// <summary>It is no file of the kinds that are taken; nothing was sent.</summary>
    WrongKind,

    /// <summary>It is larger than is taken; nothing was sent.</summary>
    TooLarge,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>More were chosen than there is room for.</summary>
    TooMany,
}

/// <summary>What becomes of a file that has arrived.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UploadAnswer>))]
public enum UploadAnswer
{
    /// <summary>It is told to another control than its own; nothing was done.</summary>
    NotMine,

    /// <summary>It is where it belongs, or was refused for good.</summary>
    Settled,

    /// <summary>Not now: the same may succeed when it is asked for again.</summary>
    Later,
}
