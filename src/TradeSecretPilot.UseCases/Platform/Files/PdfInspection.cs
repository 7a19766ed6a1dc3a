using System.Text;
using TradeSecretPilot.Domain.Attachments;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>PDFs: readable without a password, without scripts and without other files inside. Every object is looked at, those in compressed streams too.</summary>
internal static class PdfInspection
{
    private static readonly string[] Scripts = ["JavaScript", "Launch", "ImportData"];

    /// <returns>Why it is not taken; null when it is.</returns>
    public static Refusal? Inspect(string fileName, Stream content)
    {
        try
        {
            using var document = PdfDocument.Open(content);
            var catalog = document.Structure.Catalog.CatalogDictionary;
            var objects = document
                .Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(r =>
                    document.Structure.GetObject(r).Data
                )
                .Prepend(catalog);
            return objects
                .Select(o => InspectToken(fileName, o))
                .FirstOrDefault(r => r is not null);
        }
        catch (PdfDocumentEncryptedException)
        {
            return AttachmentRefusals.Encrypted(fileName);
        }
        catch (Exception e)
            when (e
                    is PdfDocumentFormatException
                        or InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or KeyNotFoundException
                        or NullReferenceException
                        or IndexOutOfRangeException
                        or InvalidCastException
                        or OverflowException
                        or InvalidDataException
                        or NotSupportedException
                        or IOException
            )
        {
            // Whatever a damaged file makes the reader stumble over. One that shows a script in clear is named by it.
            return ShowsAScript(content)
                ? AttachmentRefusals.HasScripts(fileName)
                : AttachmentRefusals.NotReadable(fileName);
        }
    }

    private static bool ShowsAScript(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, Encoding.Latin1, false, -1, leaveOpen: true);
        return reader.ReadToEnd().Contains("/JavaScript", StringComparison.Ordinal);
    }

    private static Refusal? InspectToken(string fileName, IToken token) =>
        token switch
        {
            StreamToken stream => InspectToken(fileName, stream.StreamDictionary),
            ArrayToken array => array
                .Data.Select(t => InspectToken(fileName, t))
                .FirstOrDefault(r => r is not null),
            DictionaryToken dictionary => InspectDictionary(fileName, dictionary),
            _ => null,
        };

    private static Refusal? InspectDictionary(string fileName, DictionaryToken dictionary)
    {
        if (
            dictionary.Data.ContainsKey("JS")
            || Scripts.Contains(NameOf(dictionary, "S"), StringComparer.Ordinal)
        )
        {
            return AttachmentRefusals.HasScripts(fileName);
        }

        if (
            dictionary.Data.ContainsKey("EmbeddedFiles")
            || dictionary.Data.ContainsKey("EF")
            || NameOf(dictionary, "Type") == "EmbeddedFile"
        )
        {
            return AttachmentRefusals.HasEmbedded(fileName);
        }

        return dictionary
            .Data.Values.Select(t => InspectToken(fileName, t))
            .FirstOrDefault(r => r is not null);
    }

    private static string? NameOf(DictionaryToken dictionary, string key) =>
        dictionary.Data.TryGetValue(key, out var value) && value is NameToken name
            ? name.Data
            : null;
}
