using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Rendering.Word;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>Reads a Word file back.</summary>
internal static class WordFile
{
    public static byte[] Write(OfficialDocument document) => WordWriter.Write(document);

    public static string TextOf(byte[] file)
    {
        using var document = Open(file);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    /// <summary>What Word would complain of.</summary>
    public static IReadOnlyList<string> Faults(byte[] file)
    {
        using var document = Open(file);
        return
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document)
                .Select(e => $"{e.Path?.XPath}: {e.Description}"),
        ];
    }

    /// <summary>The styles that paragraphs use, with the text of each.</summary>
    public static IReadOnlyList<(string Style, string Text)> ParagraphsOf(byte[] file)
    {
        using var document = Open(file);
        return
        [
            .. document
                .MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                .Select(p =>
                    (p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", p.InnerText)
                ),
        ];
    }

    public static IReadOnlySet<string> StylesOf(byte[] file)
    {
        using var document = Open(file);
        return document
            .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .Select(s => s.StyleId!.Value!)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static WordprocessingDocument Open(byte[] file) =>
        WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
