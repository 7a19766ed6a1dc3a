using System.Security.Cryptography;
using System.Text.Json;

namespace TradeSecretPilot.Web.Host.Commands.Backup;

/// <summary>What a backup holds. It is written last: a folder without it is no backup.</summary>
/// <param name="MadeAt">UTC.</param>
/// <param name="Provider">Of the database.</param>
/// <param name="Files">Everything beside it.</param>
internal sealed record BackupManifest(
    DateTimeOffset MadeAt,
    string Provider,
    IReadOnlyList<BackupManifest.Entry> Files
)
{
    private const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <param name="Path">Within the backup, with slashes.</param>
    /// <param name="Bytes">Length.</param>
    /// <param name="Sha256">Upper-case hexadecimal.</param>
    public sealed record Entry(string Path, long Bytes, string Sha256);

    /// <summary>Reads everything in the folder and writes what it is.</summary>
    public static async Task<BackupManifest> WriteAsync(
        string folder,
        string provider,
        CancellationToken ct
    )
    {
        var entries = new List<Entry>();
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            entries.Add(
                new Entry(
                    Path.GetRelativePath(folder, file).Replace('\\', '/'),
                    new FileInfo(file).Length,
                    await HashAsync(file, ct)
                )
            );
        }

        var manifest = new BackupManifest(TimeProvider.System.GetUtcNow(), provider, entries);
        await File.WriteAllTextAsync(
            Path.Combine(folder, FileName),
            JsonSerializer.Serialize(manifest, Json),
            ct
        );
        return manifest;
    }

    /// <exception cref="BackupException">There is none, or something in the folder is not what it says.</exception>
    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new BackupException(
                $"{folder}中没有{FileName}，不是完整的备份。",
                $"{folder} has no {FileName}: it is no whole backup."
            );
        }

        BackupManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(
                await File.ReadAllTextAsync(path, ct),
                Json
            )!;
        }
        catch (JsonException)
        {
            throw new BackupException($"{path}无法读取。", $"{path} cannot be read.");
        }

        foreach (var entry in manifest.Files)
        {
            var file = Path.Combine(folder, entry.Path);
            if (!File.Exists(file) || await HashAsync(file, ct) != entry.Sha256)
            {
                throw new BackupException(
                    $"备份中的{entry.Path}缺失或已改动，没有恢复任何内容。",
                    $"{entry.Path} of the backup is missing or was changed; nothing was restored."
                );
            }
        }

        return manifest;
    }

    private static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream, ct));
    }
}

/// <summary>A backup was not made, or not put back; the message says why, in both languages.</summary>
internal sealed class BackupException(string zh, string en) : Exception($"{zh} {en}");
