using System.Text.Json;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// The anchors outside the database, one line of JSON each. The portal only ever appends to the file; keep it where those who
/// administer the database cannot write.
/// </summary>
/// <param name="path">Null keeps none: for a portal that ends with its process.</param>
public sealed class AuditAnchorFile(string? path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? Path { get; } = path;

    /// <exception cref="AuditAnchorException">The file cannot be written.</exception>
    internal async Task AppendAsync(AuditAnchor anchor, CancellationToken ct)
    {
        if (Path is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(
                System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!
            );
            await File.AppendAllTextAsync(Path, $"{WriteLine(anchor)}\n", ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AuditAnchorException(
                $"锚文件{Path}无法写入：{e.Message} The file of anchors cannot be written.",
                e
            );
        }
    }

    /// <summary>All of them, the earliest first.</summary>
    /// <exception cref="AuditAnchorException">The file cannot be read, or a line is no anchor.</exception>
    internal async Task<IReadOnlyList<AuditAnchor>> ReadAsync(CancellationToken ct)
    {
        if (Path is null || !File.Exists(Path))
        {
            return [];
        }

        try
        {
            return ReadLines(await File.ReadAllTextAsync(Path, ct));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new AuditAnchorException(
                $"锚文件{Path}无法读取，或某行不是锚。 The file of anchors cannot be read, or a line of it is no anchor.",
                e
            );
        }
    }

    /// <summary>Sets the file aside: the trail that its anchors are of is thrown away on purpose.</summary>
    public void SetAside()
    {
        if (Path is not null && File.Exists(Path))
        {
            File.Move(Path, $"{Path}.old", overwrite: true);
        }
    }

    /// <summary>One anchor as its line.</summary>
    public static string WriteLine(AuditAnchor anchor) => JsonSerializer.Serialize(anchor, Json);

    /// <exception cref="JsonException">A line is no anchor.</exception>
    public static IReadOnlyList<AuditAnchor> ReadLines(string text) =>
        [
            .. text.Split(
                    '\n',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(line => JsonSerializer.Deserialize<AuditAnchor>(line, Json)!),
        ];
}

/// <summary>The file of anchors does not serve; the message says why, in both languages.</summary>
public sealed class AuditAnchorException : Exception
{
    public AuditAnchorException() { }

    public AuditAnchorException(string message)
        : base(message) { }

    public AuditAnchorException(string message, Exception inner)
        : base(message, inner) { }
}
