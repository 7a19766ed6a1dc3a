using System.Security.Cryptography;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.EndToEnd.Tests.Attachments;

/// <summary>A file on the disk that is a PDF and does not compress, too large to be handed to the browser in memory.</summary>
internal sealed class LargeFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pilot-upload-");

    private LargeFile(string name) => Path = System.IO.Path.Combine(_folder.FullName, name);

    public string Path { get; }

    public static LargeFile Of(long bytes, string name = "现场照片汇编.pdf")
    {
        var file = new LargeFile(name);
        using var stream = File.Create(file.Path);
        PdfFile.Write(stream, bytes - PdfFile.Overhead, s => Fill(s, bytes - PdfFile.Overhead));
        return file;
    }

    private static void Fill(Stream stream, long bytes)
    {
        var block = new byte[1024 * 1024];
        for (var left = bytes; left > 0; left -= block.Length)
        {
            RandomNumberGenerator.Fill(block);
            stream.Write(block, 0, (int)Math.Min(left, block.Length));
        }
    }

    /// <summary>The same content under another name.</summary>
    public static LargeFile CopyOf(LargeFile other, string name)
    {
        var file = new LargeFile(name);
        File.Copy(other.Path, file.Path);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
