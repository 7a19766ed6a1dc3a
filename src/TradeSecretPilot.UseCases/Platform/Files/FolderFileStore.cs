using System.Runtime.CompilerServices;

namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>Files on disk. One is written beside its place and then renamed.</summary>
public sealed class FolderFileStore(string folder) : FileStore
{
    private const string Unfinished = ".part";

    private readonly string _root = Path.GetFullPath(folder);

    protected override string AsideFolder => _root;

    protected override string AsidePattern => $"*{Unfinished}";

    public override async IAsyncEnumerable<FileEntry> ListAsync(
        string folder,
        string beginning,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var path = new DirectoryInfo(Path.Combine(_root, folder));
        var files = await GuardAsync(() =>
            Task.FromResult(path.Exists ? path.GetFiles($"{beginning}*") : [])
        );
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            if (!file.Name.EndsWith(Unfinished, StringComparison.Ordinal) && file.Exists)
            {
                yield return new FileEntry(
                    $"{folder}/{file.Name}",
                    file.Length,
                    new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)
                );
            }
        }
    }

    protected override string PlaceAside(string folder)
    {
        var path = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName;
        return Path.Combine(path, $"{Guid.NewGuid():N}{Unfinished}");
    }

    protected override Task<bool> PutAsync(string aside, string name, CancellationToken ct)
    {
        File.Move(aside, PathOf(name), overwrite: true);
        return Task.FromResult(true);
    }

    /// <summary>
    /// On Unix, moving without overwriting checks and then moves, so two writers could both succeed. A lock file beside the target
    /// prevents that; it is released when its process ends. If another writer holds it, that writer is creating the file.
    /// </summary>
    protected override Task<bool> PutNewAsync(string aside, string name, CancellationToken ct)
    {
        var path = PathOf(name);
        var claim = $"{path}{Unfinished}";
        try
        {
            using var held = new FileStream(
                claim,
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            File.Move(aside, path, overwrite: false);
            return Task.FromResult(true);
        }
        catch (IOException) when (File.Exists(path) || File.Exists(claim))
        {
            return Task.FromResult(false);
        }
    }

    protected override Task<Stream?> ReadAsync(string name, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read)
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    protected override Task<bool> RefreshAsync(string name, CancellationToken ct)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(name), TimeProvider.System.GetUtcNow().UtcDateTime);
            return Task.FromResult(true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult(false);
        }
    }

    /// <summary>
    /// It is taken aside first and looked at there, so that an upload that comes at this moment finds the file either there or gone.
    /// </summary>
    protected override Task<bool> RemoveOldAsync(
        string name,
        DateTimeOffset before,
        CancellationToken ct
    )
    {
        var path = PathOf(name);
        var aside = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            File.Move(path, aside);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult(false);
        }

        var isOld = File.GetLastWriteTimeUtc(aside) < before.UtcDateTime;
        if (isOld)
        {
            File.Delete(aside);
        }
        else
        {
            File.Move(aside, path, overwrite: true);
        }

        return Task.FromResult(isOld);
    }

    protected override Task<bool> FindAsync(string name, CancellationToken ct) =>
        Task.FromResult(File.Exists(PathOf(name)));

    protected override Task<bool> RemoveAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        var isThere = File.Exists(path);
        if (isThere)
        {
            File.Delete(path);
        }

        return Task.FromResult(isThere);
    }

    protected override async Task<bool> ProbeAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(_root);
        var probe = Path.Combine(_root, $"{Guid.NewGuid():N}{Unfinished}");
        await File.WriteAllTextAsync(probe, "probe", ct);
        File.Delete(probe);
        return true;
    }

    private string PathOf(string name) => Path.Combine(_root, name);
}
