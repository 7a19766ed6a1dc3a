using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>Where files are kept.</summary>
public sealed record FileStoreOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Files";

    /// <summary>Nodes of one portal share it.</summary>
    public required string Folder { get; init; }
}

/// <summary>
/// Files on disk, by a name that the portal chose. A file is there whole or not at all: it is written aside and then put in
/// its place.
/// </summary>
public sealed partial class FileStore(FileStoreOptions options)
{
    private const string Unfinished = ".part";
    private const string Blobs = "blobs";
    private const int BufferLength = 64 * 1024;

    /// <summary>Writes a file, over one of the same name.</summary>
    /// <param name="name">Folder and file, such as <c>bundles/0190….zip</c>.</param>
    /// <returns>Its length in bytes.</returns>
    public async Task<long> WriteAsync(string name, Func<Stream, Task> write, CancellationToken ct)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            long length;
            await using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                await write(stream);
                await stream.FlushAsync(ct);
                stream.Flush(flushToDisk: true);
                length = stream.Length;
            }

            File.Move(aside, path, overwrite: true);
            return length;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>
    /// Keeps what somebody sends, under its fingerprint: the same content is kept once.
    /// </summary>
    /// <param name="head">The first bytes, read already.</param>
    /// <param name="rest">Read to its end, or to one byte over the most.</param>
    /// <param name="maxBytes">The most that is kept.</param>
    /// <returns>Null when there is more.</returns>
    public async Task<KeptFile?> KeepAsync(
        ReadOnlyMemory<byte> head,
        Stream rest,
        long maxBytes,
        CancellationToken ct
    )
    {
        var folder = Path.Combine(Path.GetFullPath(options.Folder), Blobs);
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $"{Guid.NewGuid():N}{Unfinished}");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            await using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                var buffer = new byte[BufferLength];
                for (
                    var part = head;
                    part.Length > 0;
                    part = buffer.AsMemory(0, await rest.ReadAsync(buffer, ct))
                )
                {
                    length += part.Length;
                    if (length > maxBytes)
                    {
                        return null;
                    }

                    hash.AppendData(part.Span);
                    await stream.WriteAsync(part, ct);
                }

                stream.Flush(flushToDisk: true);
            }

            var sha256 = Convert.ToHexString(hash.GetHashAndReset());
            var path = PathOf(BlobOf(sha256));
            if (!File.Exists(path))
            {
                File.Move(aside, path, overwrite: true);
            }

            return new KeptFile(sha256, length);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Opens what was kept under a fingerprint; null when it is gone.</summary>
    public Stream? OpenKept(string sha256) => Open(BlobOf(sha256));

    /// <summary>Opens a file; null when there is none.</summary>
    public Stream? Open(string name)
    {
        try
        {
            return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes a file, if it is there.</summary>
    public void Delete(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static string BlobOf(string sha256) => $"{Blobs}/{sha256.ToLowerInvariant()}.bin";

    private string PathOf(string name) =>
        Name().IsMatch(name)
            ? Path.Combine(Path.GetFullPath(options.Folder), name)
            : throw new ArgumentException($"{name} is no name of a file.", nameof(name));

    [GeneratedRegex(
        "^[a-z]+/[0-9a-z-]+\\.[a-z]+$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();
}

/// <summary>What was kept.</summary>
/// <param name="Sha256">Upper-case hexadecimal.</param>
public sealed record KeptFile(string Sha256, long Bytes);

public static class FileSetup
{
    public static IServiceCollection AddPilotFiles(
        this IServiceCollection services,
        FileStoreOptions options
    ) => services.AddSingleton(new FileStore(options));
}
