using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Reads an archive back as anybody could, without a database, and names what is not as its manifest says.</summary>
public static class ArchiveReader
{
    private static readonly (string Table, string Content)[] Frozen =
    [
        ("planVersions", "plan"),
        ("reportVersions", "content"),
    ];

    /// <param name="Findings">Empty when all is well; each with the path that is wrong.</param>
    public sealed record View(BatchArchive.Manifest? Manifest, IReadOnlyList<string> Findings);

    /// <param name="stream">Seekable.</param>
    public static async Task<View> ReadAsync(Stream stream, CancellationToken ct)
    {
        try
        {
            await using var archive = await ZipArchive.CreateAsync(
                stream,
                ZipArchiveMode.Read,
                leaveOpen: true,
                Encoding.UTF8,
                ct
            );
            return await ReadAsync(archive, ct);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return new(null, [$"{BatchArchive.ManifestName}: {e.Message}"]);
        }
    }

    private static async Task<View> ReadAsync(ZipArchive archive, CancellationToken ct)
    {
        if (archive.GetEntry(BatchArchive.ManifestName) is not { } first)
        {
            return new(null, [BatchArchive.ManifestName]);
        }

        await using var text = await first.OpenAsync(ct);
        var manifest = (
            await JsonSerializer.DeserializeAsync<BatchArchive.Manifest>(
                text,
                BatchArchive.Json,
                ct
            )
        )!;
        var findings = new List<string>();
        var named = manifest
            .Files.Select(f => f.Path)
            .Append(BatchArchive.ManifestName)
            .ToHashSet();
        findings.AddRange(archive.Entries.Select(e => e.FullName).Where(p => !named.Contains(p)));
        foreach (var file in manifest.Files)
        {
            if (archive.GetEntry(file.Path) is not { } entry)
            {
                findings.Add(file.Path);
                continue;
            }

            using var content = new MemoryStream();
            await using (var part = await entry.OpenAsync(ct))
            {
                await part.CopyToAsync(content, ct);
            }

            var bytes = content.ToArray();
            if (
                bytes.Length != file.Bytes
                || Convert.ToHexString(SHA256.HashData(bytes)) != file.Sha256
            )
            {
                findings.Add(file.Path);
            }
            else if (file.Path.StartsWith("data/", StringComparison.Ordinal))
            {
                Compare(file.Path, bytes, manifest, findings);
            }
        }

        return new(manifest, findings);
    }

    private static void Compare(
        string path,
        byte[] bytes,
        BatchArchive.Manifest manifest,
        List<string> findings
    )
    {
        var table = Path.GetFileNameWithoutExtension(path);
        var rows = JsonNode.Parse(bytes)!.AsArray();
        if (manifest.Rows.GetValueOrDefault(table, -1) != rows.Count)
        {
            findings.Add(path);
        }

        foreach (var (_, content) in Frozen.Where(f => f.Table == table))
        {
            findings.AddRange(
                rows.Where(row =>
                        ContentHash.Of(CanonicalJson.Write(row![content]))
                        != row["contentSha256"]!.GetValue<string>()
                    )
                    .Select(row => $"{path} {row!["id"]}")
            );
        }
    }
}
