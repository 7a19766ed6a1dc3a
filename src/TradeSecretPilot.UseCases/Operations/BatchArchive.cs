using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>
/// Writes a batch into one ZIP in open formats, so that it can be read when this portal is long gone: tables as JSON with a
/// description, documents as PDF, what people sent as they sent it, and a manifest with the SHA-256 of everything.
/// </summary>
public sealed class BatchArchive(IServiceScopeFactory scopes, FileStore files)
{
    public const int FormatVersion = 1;
    public const string ManifestName = "manifest.json";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <param name="Path">Within the archive.</param>
    /// <param name="Bytes">Length.</param>
    /// <param name="Sha256">Upper-case hexadecimal.</param>
    public sealed record Entry(string Path, long Bytes, string Sha256);

    /// <param name="Format">1.</param>
    /// <param name="MadeAt">UTC.</param>
    /// <param name="Rows">Of each table.</param>
    /// <param name="Files">Everything but the manifest.</param>
    /// <param name="Lacking">What could not be put in, and why; in Chinese.</param>
    public sealed record Manifest(
        int Format,
        int BatchNumber,
        string NameZh,
        string NameEn,
        DateTimeOffset MadeAt,
        IReadOnlyDictionary<string, int> Rows,
        IReadOnlyList<Entry> Files,
        IReadOnlyList<string> Lacking
    );

    /// <param name="batchNumber">1 for 第一批.</param>
    /// <param name="stream">Takes the archive.</param>
    /// <param name="ct">It is not wanted any more; what was written is no archive.</param>
    public async Task<Result<Manifest>> WriteAsync(
        int batchNumber,
        Stream stream,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(FetchBatchRecords.Job);
        var exported = await scope
            .ServiceProvider.GetRequiredService<FetchBatchRecords>()
            .ExecuteAsync(new(batchNumber), ct);
        if (exported.Refusal is { } refusal)
        {
            return refusal;
        }

        var records = exported.Value;
        var entries = new List<Entry>();
        var lacking = new List<string>();
        await using var archive = await ZipArchive.CreateAsync(
            stream,
            ZipArchiveMode.Create,
            leaveOpen: true,
            Encoding.UTF8,
            ct
        );
        async Task AddAsync(string path, ReadOnlyMemory<byte> content)
        {
            var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
            await using var part = await entry.OpenAsync(ct);
            await part.WriteAsync(content, ct);
            entries.Add(
                new(path, content.Length, Convert.ToHexString(SHA256.HashData(content.Span)))
            );
        }

        await AddAsync("README.md", Encoding.UTF8.GetBytes(ArchiveReadme.Text(records)));
        await AddAsync("schema.json", SchemaOf(records));
        foreach (var table in records.Tables)
        {
            await AddAsync($"data/{table.Name}.json", table.Json);
        }

        foreach (var document in records.Documents)
        {
            var printed = await PrintAsync(document, ct);
            if (printed.Refusal is { } why)
            {
                lacking.Add($"{document.Kind} {document.Id}：{why.Zh}");
            }
            else
            {
                await AddAsync(
                    $"documents/{document.Kind}/{document.Id}.pdf",
                    printed.Value.Content
                );
            }
        }

        foreach (var file in records.Files)
        {
            await using var content = await files.OpenKeptAsync(file.Sha256, ct);
            if (content is null)
            {
                lacking.Add($"{file.Sha256}{file.Ending}：文件缺失。");
                continue;
            }

            using var whole = new MemoryStream();
            await content.CopyToAsync(whole, ct);
            await AddAsync($"files/{file.Sha256}{file.Ending}", whole.ToArray());
        }

        var manifest = new Manifest(
            FormatVersion,
            records.BatchNumber,
            records.NameZh,
            records.NameEn,
            records.At,
            records.Tables.ToDictionary(t => t.Name, t => t.Rows),
            entries,
            lacking
        );
        var last = archive.CreateEntry(ManifestName, CompressionLevel.Fastest);
        await using var end = await last.OpenAsync(ct);
        await end.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(manifest, Json), ct);
        return manifest;
    }

    private static byte[] SchemaOf(FetchBatchRecords.View records) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                format = FormatVersion,
                tables = records.Tables.ToDictionary(
                    t => t.Name,
                    t =>
                        t.Columns.ToDictionary(
                            c => c.Name,
                            c => c.IsOptional ? $"{c.Type}, or null" : c.Type
                        )
                ),
            },
            Json
        );

    private async Task<Result<DocumentFile>> PrintAsync(
        FetchBatchRecords.Document document,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsJob(FetchBatchRecords.Job);
        return await scope
            .ServiceProvider.GetServices<IBundlePrinter>()
            .Single(p => p.Kind == document.Kind)
            .PrintAsync(document.Id, ct);
    }
}
