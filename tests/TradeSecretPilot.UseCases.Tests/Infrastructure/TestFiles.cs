using System.IO.Compression;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Files that people send.</summary>
internal static class TestFiles
{
    /// <summary>What every plan, report and seal of the test world has.</summary>
    public static byte[] OfTheWorld { get; } = Pdf("示例附件");

    public static byte[] Pdf(string text) => PdfFile.Of(text);

    /// <summary>As much of a Word file as makes it one.</summary>
    public static byte[] Word()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "[Content_Types].xml", "word/document.xml" })
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write("<a/>"u8);
            }
        }

        return stream.ToArray();
    }

    public static Upload Upload(byte[] content, string fileName = "示例附件.pdf") =>
        new(fileName, new MemoryStream(content), HasNoSecrets: true);

    /// <summary>One that the world does not have yet.</summary>
    public static Upload Another() => Upload(Pdf("示例另一附件"), "示例另一附件.pdf");
}
