using StbImageSharp;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// Checks that a file is what its name says and holds no active content, by opening it. A file that cannot be opened is refused,
/// since its content is unknown.
/// </summary>
internal static class FileInspection
{
    /// <summary>A page of A3 scanned with 1,200 points an inch has 280 million.</summary>
    private const long MaxPixels = 300_000_000;

    /// <param name="fileName">As it is kept.</param>
    /// <param name="content">All of it, seekable, at its beginning.</param>
    /// <returns>Why it is not taken; null when it is.</returns>
    public static Refusal? Inspect(string fileName, Stream content) =>
        Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".pdf" => PdfInspection.Inspect(fileName, content),
            ".docx" => OfficeInspection.Inspect(fileName, content, "word/document.xml"),
            ".xlsx" => OfficeInspection.Inspect(fileName, content, "xl/workbook.xml"),
            _ => InspectImage(fileName, content),
        };

    private static Refusal? InspectImage(string fileName, Stream content)
    {
        try
        {
            if (
                ImageInfo.FromStream(content) is not { } info
                || (long)info.Width * info.Height > MaxPixels
            )
            {
                return AttachmentRefusals.NotReadable(fileName);
            }

            content.Position = 0;
            ImageResult.FromStream(content);
            return null;
        }
        catch (Exception e)
            when (e
                    is InvalidOperationException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or ArgumentException
                        or IOException
            )
        {
            return AttachmentRefusals.NotReadable(fileName);
        }
    }
}
