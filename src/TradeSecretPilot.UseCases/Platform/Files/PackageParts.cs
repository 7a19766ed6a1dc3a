using System.IO.Compression;
using System.Xml;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>The parts of Office files that somebody sent, read as XML that may cost only so much.</summary>
internal static class PackageParts
{
    /// <summary>Of one part, unpacked.</summary>
    private const long MaxCharacters = 64L * 1024 * 1024;

    /// <summary>Opens a part; no document type is read, and nothing outside the part.</summary>
    public static XmlReader OpenXml(this ZipArchiveEntry part) =>
        XmlReader.Create(
            part.Open(),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                MaxCharactersInDocument = MaxCharacters,
                CloseInput = true,
            }
        );
}
