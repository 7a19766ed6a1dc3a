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

public static class FileSetup
{
    public static IServiceCollection AddPilotFiles(
        this IServiceCollection services,
        FileStoreOptions options
    ) => services.AddSingleton(new FileStore(options));
}
