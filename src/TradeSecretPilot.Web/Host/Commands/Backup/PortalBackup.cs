using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Web.Host.Commands.Backup;

/// <summary>
/// Database, files and keys in one folder, in the order in which a portal at work may be copied: a file is kept before a record names
/// it, so files that are copied after the database are all that it names.
/// </summary>
/// <param name="keys">Folder of the keys; null when they are in the database.</param>
internal sealed class PortalBackup(
    DatabaseOptions database,
    FileStore files,
    string? keys,
    PortalBackup.AuditFiles audit
)
{
    private const string Kept = "blobs";
    private const string AuditKeysName = "keys.json";
    private const string AnchorsName = "anchors.jsonl";

    /// <summary>Where the audit trail keeps what is outside the database.</summary>
    internal sealed record AuditFiles(string Keys, string Anchors);

    private readonly DatabaseDump _dump = new(database);

    /// <param name="folder">Not there yet, or empty.</param>
    /// <exception cref="BackupException">It is not, or a part failed.</exception>
    public async Task<BackupManifest> WriteAsync(string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BackupException(
                $"{folder}不是空文件夹，没有备份。请换一个。",
                $"{folder} is not empty; nothing was done. Choose another folder."
            );
        }

        MakePrivate(folder);
        await _dump.WriteAsync(PathOf(folder, "database", _dump.FileName), ct);
        await foreach (var file in files.ListAsync(Kept, ct))
        {
            await using var content = await files.OpenAsync(file.Name, ct);
            if (content is not null)
            {
                await using var copy = File.Create(PathOf(folder, "files", file.Name));
                await content.CopyToAsync(copy, ct);
            }
        }

        if (keys is not null && Directory.Exists(keys))
        {
            foreach (var key in Directory.EnumerateFiles(keys))
            {
                File.Copy(key, PathOf(folder, "keys", Path.GetFileName(key)));
            }
        }

        // After the database: the file then holds at least the anchors that the database does.
        Copy(audit.Keys, PathOf(folder, "audit", AuditKeysName));
        Copy(audit.Anchors, PathOf(folder, "audit", AnchorsName));
        return await BackupManifest.WriteAsync(folder, $"{database.Provider}", ct);
    }

    /// <summary>Puts a whole backup into an empty place.</summary>
    /// <exception cref="BackupException">The backup is not whole, or the place is not empty.</exception>
    public async Task<BackupManifest> ReadAsync(string folder, CancellationToken ct)
    {
        var manifest = await BackupManifest.ReadAsync(folder, ct);
        if (manifest.Provider != $"{database.Provider}")
        {
            throw new BackupException(
                $"备份来自{manifest.Provider}，不能恢复到{database.Provider}。",
                $"The backup is of {manifest.Provider} and cannot be put into {database.Provider}."
            );
        }

        if (!await _dump.IsEmptyAsync(ct))
        {
            throw new BackupException(
                "目标数据库不是空的，没有恢复任何内容。请另设一个空数据库。",
                "The database is not empty; nothing was restored. Set an empty one."
            );
        }

        await _dump.ReadAsync(Path.Combine(folder, "database", _dump.FileName), ct);
        foreach (var entry in manifest.Files)
        {
            var from = Path.Combine(folder, entry.Path);
            switch (entry.Path.Split('/', 2))
            {
                case ["files", var name]:
                    await using (var content = File.OpenRead(from))
                    {
                        await files.WriteAsync(name, copy => content.CopyToAsync(copy, ct), ct);
                    }

                    break;
                case ["audit", AuditKeysName] when !File.Exists(audit.Keys):
                    Copy(from, audit.Keys);
                    break;
                case ["audit", AnchorsName] when !File.Exists(audit.Anchors):
                    Copy(from, audit.Anchors);
                    break;
                case ["keys", var name] when keys is not null:
                    Directory.CreateDirectory(keys);
                    File.Copy(from, Path.Combine(keys, name), overwrite: true);
                    break;
            }
        }

        return manifest;
    }

    /// <summary>A key that is there stays; a file of anchors too, which may know more than the backup.</summary>
    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(
            folder,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
    }

    private static string PathOf(string folder, string part, string name)
    {
        var path = Path.Combine(folder, part, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
