using System.Globalization;
using System.Text.Json;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>A file on its way in, as far as it has come.</summary>
/// <param name="Name">Of the note in the store.</param>
/// <param name="Bytes">Of the whole file.</param>
/// <param name="Pieces">Names in the store, in their order and without a gap.</param>
/// <param name="Offset">Bytes that have arrived; the next piece begins there.</param>
/// <param name="BegunAt">UTC, by the store's clock.</param>
/// <param name="TouchedAt">When the latest piece came, UTC, by the store's clock.</param>
internal sealed record UnderWay(
    string Name,
    long Bytes,
    IReadOnlyList<string> Pieces,
    long Offset,
    DateTimeOffset BegunAt,
    DateTimeOffset TouchedAt
);

/// <summary>What the sender said of a file before it was sent.</summary>
internal sealed record UploadNote(string FileName, bool HasNoSecrets);

/// <summary>
/// Files on their way in, as numbered pieces in the store of files, so that any node takes the next one:
/// <c>{account}-{upload}-{bytes}.note</c> says what it will be, <c>{account}-{upload}-{offset}.piece</c> is what has come. How far
/// an upload is, is read from the names and lengths alone.
/// </summary>
internal static class UploadPieces
{
    private const string Folder = "uploads";
    private const string Note = ".note";
    private const string Piece = ".piece";
    private const char Between = '-';

    /// <summary>Enough for a gigabyte; names of one length are in the order of their numbers.</summary>
    private const string Number = "D10";

    /// <summary>Says what is to come.</summary>
    public static async Task<Guid> BeginUploadAsync(
        this FileStore files,
        Guid account,
        long bytes,
        UploadNote note,
        CancellationToken ct
    )
    {
        // Nobody can guess it, and it is of no use to anybody but its account.
        var id = Guid.NewGuid();
        await files.WriteNewAsync(
            NameOf(account, id, bytes, Note),
            JsonSerializer.SerializeToUtf8Bytes(note),
            ct
        );
        return id;
    }

    /// <summary>Keeps the next piece.</summary>
    /// <returns>False when another came first.</returns>
    public static Task<bool> AddPieceAsync(
        this FileStore files,
        Guid account,
        Guid id,
        long offset,
        ReadOnlyMemory<byte> content,
        CancellationToken ct
    ) => files.WriteNewAsync(NameOf(account, id, offset, Piece), content, ct);

    /// <summary>An account's own upload; null when there is none, or it has expired.</summary>
    public static async Task<UnderWay?> FindUploadAsync(
        this FileStore files,
        Guid account,
        Guid id,
        CancellationToken ct
    ) =>
        (await ReadAsync(files, $"{account:N}{Between}{id:N}", ct)) is [var found]
        && found.BegunAt > TimeProvider.System.GetUtcNow() - UploadLimits.Kept
            ? found
            : null;

    /// <summary>All uploads of an account, the one that was touched longest ago first.</summary>
    public static async Task<List<UnderWay>> ListUploadsAsync(
        this FileStore files,
        Guid account,
        CancellationToken ct
    ) => [.. (await ReadAsync(files, $"{account:N}", ct)).OrderBy(u => u.TouchedAt)];

    /// <summary>What was said of an upload; null when it was dropped meanwhile.</summary>
    public static async Task<UploadNote?> ReadNoteAsync(
        this FileStore files,
        UnderWay upload,
        CancellationToken ct
    )
    {
        await using var content = await files.OpenAsync(upload.Name, ct);
        return content is null
            ? null
            : await JsonSerializer.DeserializeAsync<UploadNote>(content, cancellationToken: ct);
    }

    /// <summary>Removes an upload with everything that has come of it.</summary>
    public static async Task DropAsync(this FileStore files, UnderWay upload, CancellationToken ct)
    {
        // The note first: without it nothing of the rest is found any more.
        foreach (var name in upload.Pieces.Prepend(upload.Name))
        {
            await files.DeleteAsync(name, ct);
        }
    }

    /// <summary>Removes what nobody carried to its end in time.</summary>
    /// <param name="files">The store.</param>
    /// <param name="before">UTC, by the store's clock.</param>
    /// <param name="ct">The removal is given up.</param>
    /// <returns>How many uploads there were.</returns>
    public static async Task<int> RemoveExpiredUploadsAsync(
        this FileStore files,
        DateTimeOffset before,
        CancellationToken ct
    )
    {
        var expired = await files.NamesBeforeAsync(Folder, before, ct);
        foreach (var name in expired)
        {
            await files.DeleteAsync(name, ct);
        }

        return expired.Select(UploadOf).Distinct(StringComparer.Ordinal).Count();
    }

    private static async Task<List<UnderWay>> ReadAsync(
        FileStore files,
        string beginning,
        CancellationToken ct
    )
    {
        var all = new List<FileEntry>();
        await foreach (var entry in files.ListAsync(Folder, beginning + Between, ct))
        {
            all.Add(entry);
        }

        return
        [
            .. from entry in all
            group entry by UploadOf(entry.Name) into upload
            let note = upload.FirstOrDefault(e => Is(e, Note))
            where note is not null
            select Of(note, upload),
        ];
    }

    private static UnderWay Of(FileEntry note, IEnumerable<FileEntry> all)
    {
        var pieces = new List<string>();
        var offset = 0L;
        foreach (
            var piece in all.Where(e => Is(e, Piece)).OrderBy(e => e.Name, StringComparer.Ordinal)
        )
        {
            // What does not go on where the last one ended came second and lost.
            if (NumberOf(piece.Name) == offset)
            {
                pieces.Add(piece.Name);
                offset += piece.Bytes;
            }
        }

        return new UnderWay(
            note.Name,
            NumberOf(note.Name),
            pieces,
            offset,
            note.WrittenAt,
            all.Max(e => e.WrittenAt)
        );
    }

    private static bool Is(FileEntry entry, string ending) =>
        entry.Name.EndsWith(ending, StringComparison.Ordinal);

    private static string NameOf(Guid account, Guid id, long number, string ending) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Folder}/{account:N}{Between}{id:N}{Between}{number.ToString(Number, CultureInfo.InvariantCulture)}{ending}"
        );

    private static string UploadOf(string name) => name[..name.LastIndexOf(Between)];

    private static long NumberOf(string name) =>
        long.Parse(
            Path.GetFileNameWithoutExtension(name)[(name.LastIndexOf(Between) - Folder.Length)..],
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );
}
