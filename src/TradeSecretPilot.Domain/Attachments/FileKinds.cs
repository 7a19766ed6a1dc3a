namespace TradeSecretPilot.Domain.Attachments;

/// <summary>The files that the portal takes (portal setting), by their ending and their first bytes; both must agree.</summary>
public static class FileKinds
{
    /// <summary>Bytes that tell what a file is.</summary>
    public const int HeadLength = 8;

    /// <summary>The endings, for the file dialog.</summary>
    public const string Accepted = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png";

    /// <summary>The endings of scans, for the file dialog.</summary>
    public const string AcceptedScans = ".pdf,.jpg,.jpeg,.png";

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    private static readonly (string Ending, string MediaType, byte[] Head)[] Known =
    [
        (".pdf", "application/pdf", "%PDF-"u8.ToArray()),
        (".docx", Office + "wordprocessingml.document", Zip),
        (".xlsx", Office + "spreadsheetml.sheet", Zip),
        (".jpg", "image/jpeg", Jpeg),
        (".jpeg", "image/jpeg", Jpeg),
        (".png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ];

    /// <summary>The first bytes in hexadecimal by the ending, for a look at a file before it is sent.</summary>
    public static IReadOnlyDictionary<string, string> Heads { get; } =
        Known.ToDictionary(k => k.Ending, k => Convert.ToHexStringLower(k.Head));

    /// <summary>Whether a file of this name that begins with these bytes is taken.</summary>
    public static bool Takes(string fileName, ReadOnlySpan<byte> head)
    {
        foreach (var (ending, _, start) in Known)
        {
            if (Ends(fileName, ending))
            {
                return head.StartsWith(start);
            }
        }

        return false;
    }

    /// <summary>Whether a file of this name may be taken at all.</summary>
    public static bool IsNamed(string fileName) => Known.Any(k => Ends(fileName, k.Ending));

    /// <summary>Whether a file of this name may be a scan.</summary>
    public static bool IsScan(string fileName) =>
        AcceptedScans.Split(',').Any(e => Ends(fileName, e));

    /// <summary>The media type of a file that was taken.</summary>
    public static string MediaTypeOf(string fileName) =>
        Known.First(k => Ends(fileName, k.Ending)).MediaType;

    private static bool Ends(string fileName, string ending) =>
        fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
