namespace TradeSecretPilot.UseCases.Platform.Files;

/// <content>What the nightly clean-up needs.</content>
public abstract partial class FileStore
{
    /// <summary>Names of the finished files of a folder that were last written before an instant.</summary>
    /// <param name="folder">Such as <c>bundles</c>.</param>
    /// <param name="before">UTC, by the store's clock.</param>
    /// <param name="ct">The reading is given up.</param>
    internal async Task<List<string>> NamesBeforeAsync(
        string folder,
        DateTimeOffset before,
        CancellationToken ct
    )
    {
        var names = new List<string>();
        await foreach (var file in ListAsync(folder, ct))
        {
            if (file.WrittenAt < before)
            {
                names.Add(file.Name);
            }
        }

        return names;
    }

    /// <summary>Fingerprints of what was kept before an instant, and not sent again since.</summary>
    /// <param name="before">UTC, by the store's clock.</param>
    /// <param name="ct">The reading is given up.</param>
    internal async Task<IEnumerable<string>> KeptBeforeAsync(
        DateTimeOffset before,
        CancellationToken ct
    ) =>
        (await NamesBeforeAsync(Blobs, before, ct)).Select(name =>
            Path.GetFileNameWithoutExtension(name).ToUpperInvariant()
        );

    /// <summary>Removes what was kept under a fingerprint, unless it was sent again meanwhile.</summary>
    /// <param name="sha256">The fingerprint.</param>
    /// <param name="before">UTC, by the store's clock.</param>
    /// <param name="ct">The removal is given up.</param>
    /// <returns>False when it stays, or was not there.</returns>
    internal Task<bool> RemoveKeptAsync(
        string sha256,
        DateTimeOffset before,
        CancellationToken ct
    ) => GuardAsync(() => RemoveOldAsync(BlobOf(sha256), before, ct));

    /// <summary>Removes what was not written to its end: its process ended over it.</summary>
    /// <param name="before">UTC, by the machine's clock; a file that is being written is younger.</param>
    /// <returns>How many there were.</returns>
    internal Task<int> RemoveUnfinishedAsync(DateTimeOffset before) =>
        GuardAsync(() => Task.FromResult(RemoveUnfinishedOf(AsideFolder, before)));

    /// <summary>The folder on this machine in which files are written aside.</summary>
    protected abstract string AsideFolder { get; }

    /// <summary>How files that are written aside are called.</summary>
    protected abstract string AsidePattern { get; }

    protected abstract Task<bool> RemoveOldAsync(
        string name,
        DateTimeOffset before,
        CancellationToken ct
    );

    private int RemoveUnfinishedOf(string folder, DateTimeOffset before)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
        {
            return 0;
        }

        var unfinished = root.EnumerateFiles(AsidePattern, SearchOption.AllDirectories)
            .Where(f => f.LastWriteTimeUtc < before.UtcDateTime)
            .ToList();
        unfinished.ForEach(f => f.Delete());
        return unfinished.Count;
    }
}
