using System.Security.Cryptography;
using System.Text.RegularExpressions;
using TradeSecretPilot.Domain.Attachments;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>
/// Files by a name that the portal chose. A file is there whole or not at all: it is written aside and then put in its place.
/// Every method throws <see cref="FileStoreException"/> when the store does not answer or has no room.
/// </summary>
public abstract partial class FileStore
{
    private const string Blobs = "blobs";
    private const int BufferLength = 64 * 1024;

    /// <summary>Writes a file, over one of the same name.</summary>
    /// <param name="name">Folder and file, such as <c>bundles/0190….zip</c>.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="ct">Nothing is kept when it is cancelled.</param>
    /// <returns>Its length in bytes.</returns>
    public async Task<long> WriteAsync(string name, Func<Stream, Task> write, CancellationToken ct)
    {
        Check(name);
        var aside = await GuardAsync(() => Task.FromResult(PlaceAside(FolderOf(name))));
        try
        {
            long length;
            await using (var stream = await GuardAsync(() => Task.FromResult(Create(aside))))
            {
                await write(stream);
                length = await GuardAsync(() => FinishAsync(stream, ct));
            }

            await GuardAsync(() => PutAsync(aside, name, ct));
            return length;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Writes a file unless there is one of that name: of two that come at the same moment, one is kept.</summary>
    /// <param name="name">Folder and file.</param>
    /// <param name="content">All of it.</param>
    /// <param name="ct">Nothing is kept when it is cancelled.</param>
    /// <returns>False when there is one already; it stays as it is.</returns>
    public async Task<bool> WriteNewAsync(
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken ct
    )
    {
        Check(name);
        var aside = await GuardAsync(() => Task.FromResult(PlaceAside(FolderOf(name))));
        try
        {
            await GuardAsync(async () =>
            {
                await using var stream = Create(aside);
                await stream.WriteAsync(content, ct);
                return await FinishAsync(stream, ct);
            });
            return await GuardAsync(() => PutNewAsync(aside, name, ct));
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
    /// <param name="inspect">Says why the whole is not taken; null when it is.</param>
    /// <param name="ct">Nothing is kept when it is cancelled.</param>
    /// <returns>Refused when there is more, or it was not taken; then nothing of it stays.</returns>
    public async Task<Result<KeptFile>> KeepAsync(
        ReadOnlyMemory<byte> head,
        Stream rest,
        long maxBytes,
        Func<Stream, Task<Refusal?>> inspect,
        CancellationToken ct
    )
    {
        var aside = await GuardAsync(() => Task.FromResult(PlaceAside(Blobs)));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            await using (var stream = await GuardAsync(() => Task.FromResult(Create(aside))))
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
                        return AttachmentRefusals.TooLarge();
                    }

                    hash.AppendData(part.Span);
                    var written = part;
                    await GuardAsync(async () =>
                    {
                        await stream.WriteAsync(written, ct);
                        return true;
                    });
                }

                await GuardAsync(() => FinishAsync(stream, ct));
            }

            await using (var written = File.OpenRead(aside))
            {
                if (await inspect(written) is { } refusal)
                {
                    return refusal;
                }
            }

            var sha256 = Convert.ToHexString(hash.GetHashAndReset());
            var name = BlobOf(sha256);
            if (!await GuardAsync(() => RefreshAsync(name, ct)))
            {
                await GuardAsync(() => PutAsync(aside, name, ct));
            }

            return new KeptFile(sha256, length);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Opens what was kept under a fingerprint; null when it is gone.</summary>
    public Task<Stream?> OpenKeptAsync(string sha256, CancellationToken ct) =>
        OpenAsync(BlobOf(sha256), ct);

    /// <summary>Opens a file; null when there is none.</summary>
    public Task<Stream?> OpenAsync(string name, CancellationToken ct)
    {
        Check(name);
        return GuardAsync(() => ReadAsync(name, ct));
    }

    public Task<bool> ExistsAsync(string name, CancellationToken ct)
    {
        Check(name);
        return GuardAsync(() => FindAsync(name, ct));
    }

    /// <summary>Removes a file, if it is there.</summary>
    public Task DeleteAsync(string name, CancellationToken ct)
    {
        Check(name);
        return GuardAsync(() => RemoveAsync(name, ct));
    }

    /// <summary>What is kept in a folder, for clearing away what no record names.</summary>
    /// <param name="folder">Such as <c>blobs</c> or <c>bundles</c>.</param>
    /// <param name="ct">The reading is given up.</param>
    public IAsyncEnumerable<FileEntry> ListAsync(string folder, CancellationToken ct) =>
        ListAsync(folder, "", ct);

    /// <summary>What is kept in a folder under names that begin so.</summary>
    /// <param name="folder">Such as <c>uploads</c>.</param>
    /// <param name="beginning">Of the name within the folder; empty for all.</param>
    /// <param name="ct">The reading is given up.</param>
    public abstract IAsyncEnumerable<FileEntry> ListAsync(
        string folder,
        string beginning,
        CancellationToken ct
    );

    /// <summary>Returns when files can be kept.</summary>
    public Task CheckAsync(CancellationToken ct) => GuardAsync(() => ProbeAsync(ct));

    /// <summary>The name of what is kept under a fingerprint.</summary>
    public static string BlobOf(string sha256) => $"{Blobs}/{sha256.ToLowerInvariant()}.bin";

    /// <summary>A path on this machine where a file of a folder is written before it is put in its place.</summary>
    protected abstract string PlaceAside(string folder);

    /// <summary>Puts a finished file in its place, in one step.</summary>
    protected abstract Task<bool> PutAsync(string aside, string name, CancellationToken ct);

    /// <summary>Puts a finished file in its place, in one step, unless there is one.</summary>
    /// <returns>False when there is one.</returns>
    protected abstract Task<bool> PutNewAsync(string aside, string name, CancellationToken ct);

    protected abstract Task<Stream?> ReadAsync(string name, CancellationToken ct);

    /// <summary>Marks a kept file as sent again, so that the clean-up leaves it alone.</summary>
    /// <returns>False when there is none, or when it has to be put in its place again for that.</returns>
    protected abstract Task<bool> RefreshAsync(string name, CancellationToken ct);

    protected abstract Task<bool> FindAsync(string name, CancellationToken ct);

    protected abstract Task<bool> RemoveAsync(string name, CancellationToken ct);

    protected abstract Task<bool> ProbeAsync(CancellationToken ct);

    /// <summary>Whether an exception is the store's: it does not answer, refuses, or has no room.</summary>
    protected virtual bool IsFault(Exception exception) =>
        exception is IOException or UnauthorizedAccessException;

    /// <exception cref="FileStoreException">The store's fault.</exception>
    protected async Task<T> GuardAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new FileStoreException($"The store of files does not serve: {e.Message}", e);
        }
    }

    private static FileStream Create(string path) =>
        new(path, FileMode.CreateNew, FileAccess.Write);

    private static async Task<long> FinishAsync(FileStream stream, CancellationToken ct)
    {
        await stream.FlushAsync(ct);
        stream.Flush(flushToDisk: true);
        return stream.Length;
    }

    private static string FolderOf(string name) =>
        name[..name.IndexOf('/', StringComparison.Ordinal)];

    private static void Check(string name)
    {
        if (!Name().IsMatch(name))
        {
            throw new ArgumentException($"{name} is no name of a file.", nameof(name));
        }
    }

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

/// <summary>A file that is kept.</summary>
/// <param name="WrittenAt">UTC, by the store's clock.</param>
public sealed record FileEntry(string Name, long Bytes, DateTimeOffset WrittenAt);

/// <summary>The store of files does not answer or has no room. What was asked may succeed later.</summary>
public sealed class FileStoreException : Exception
{
    public FileStoreException() { }

    public FileStoreException(string message)
        : base(message) { }

    public FileStoreException(string message, Exception inner)
        : base(message, inner) { }
}
