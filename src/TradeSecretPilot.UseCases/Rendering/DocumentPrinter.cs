using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Caching.Memory;
using QRCoder;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Rendering.Typst;
using TradeSecretPilot.UseCases.Rendering.Word;

namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>Makes files of official documents.</summary>
public sealed class DocumentPrinter(DocumentRenderer renderer, DocumentOptions options)
    : IDisposable
{
    /// <summary>Bytes of documents that are kept to be given out again.</summary>
    private const long KeptBytes = 64L * 1024 * 1024;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = KeptBytes });
    private readonly SemaphoreSlim _making = new(1, 1);

    private const string PdfType = "application/pdf";
    private const int PixelsPerModule = 8;
    private const string SvgType = "image/svg+xml";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new PrintableTextConverter(),
        },
    };

    /// <summary>Makes a file of <paramref name="document"/>; a refusal says what the machine or the text lacks.</summary>
    public async Task<Result<DocumentFile>> PrintAsync(
        OfficialDocument document,
        FileFormat format,
        CancellationToken ct
    )
    {
        var marked = options.Mark is { } mark
            ? document with
            {
                Marks = [mark, .. document.Marks],
            }
            : document;
        if (format == FileFormat.Word)
        {
            return new DocumentFile(
                $"{marked.FileName}.docx",
                WordWriter.MediaType,
                WordWriter.Write(marked)
            );
        }

        var rendered = await RenderAsync(
            marked,
            format == FileFormat.Preview ? RenderFormat.Svg : RenderFormat.Pdf,
            ct
        );
        return rendered.Refusal is { } refusal ? refusal
            : format == FileFormat.Preview
                ? new DocumentFile($"{marked.FileName}.svg", SvgType, rendered.Value.Content)
            : new DocumentFile($"{marked.FileName}.pdf", PdfType, rendered.Value.Content);
    }

    /// <summary>
    /// Makes a file of <paramref name="document"/> for the reader: to be kept, or to be looked at. Either is a line in the audit
    /// trail as the use case declares it.
    /// </summary>
    /// <param name="subjectId">The record that the document speaks of.</param>
    internal async Task<Result<DocumentFile>> HandOutAsync(
        PilotSession session,
        Guid subjectId,
        OfficialDocument document,
        FileFormat format,
        CancellationToken ct
    )
    {
        await session.EndSnapshotAsync();
        var made = await PrintAsync(document, format, ct);
        if (made.Refusal is not null)
        {
            return made;
        }

        var note = $"《{made.Value.Name}》";
        var kept =
            format == FileFormat.Preview
                ? await session.KeepViewingAsync(subjectId, note, ct)
                : await session.KeepTakingAsync(subjectId, note, ct);
        return kept.Refusal is { } refusal ? refusal : made;
    }

    /// <summary>
    /// The same for a document that is printed for anybody who asks: it is made once, and given out again as long as it says the same.
    /// </summary>
    public async Task<Result<DocumentFile>> PrintOnceAsync(
        OfficialDocument document,
        FileFormat format,
        CancellationToken ct
    )
    {
        var key = $"{format}/{ContentHash.Of(JsonSerializer.Serialize(document, Json))}";
        if (_kept.TryGetValue(key, out DocumentFile? kept))
        {
            return kept!;
        }

        await _making.WaitAsync(ct);
        try
        {
            if (_kept.TryGetValue(key, out kept))
            {
                return kept!;
            }

            var printed = await PrintAsync(document, format, ct);
            if (printed.Refusal is null)
            {
                _kept.Set(
                    key,
                    printed.Value,
                    new MemoryCacheEntryOptions { Size = printed.Value.Content.Length }
                );
            }

            return printed;
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _making.Dispose();
    }

    /// <summary>What was accepted is printed: a character that no font shows becomes 〓, and a note at the end says which.</summary>
    private async Task<Result<RenderedDocument>> RenderAsync(
        OfficialDocument document,
        RenderFormat format,
        CancellationToken ct
    )
    {
        var template = $"{document.Form.ToString().ToLowerInvariant()}.typ";
        var rendered = await renderer.RenderAsync(template, ToData(document, []), format, ct);
        var missing = new HashSet<string>(StringComparer.Ordinal);
        while (rendered.Refusal is null && !missing.IsSupersetOf(rendered.Value.MissingGlyphs))
        {
            missing.UnionWith(rendered.Value.MissingGlyphs);
            rendered = await renderer.RenderAsync(template, ToData(document, missing), format, ct);
        }

        return rendered is { Refusal: null, Value.MissingGlyphs.Count: > 0 }
            ? RenderRefusals.Failed()
            : rendered;
    }

    private static Paragraph NoteOf(IEnumerable<string> missing) =>
        new(
            $"注：正文中的“〓”代替字体无法显示的字符，其编码为{string.Join('、', missing.Select(m => Characters.CodeOf(m.EnumerateRunes().First())))}。"
        );

    private JsonElement ToData(OfficialDocument document, HashSet<string> missing)
    {
        var text =
            missing.Count == 0
                ? document
                : document with
                {
                    Body = [.. document.Body, NoteOf(missing)],
                };
        var data = JsonSerializer.SerializeToNode(text, Json)!;
        if (missing.Count > 0)
        {
            Replace(missing, data);
        }

        data["verification"] = document.Verification is { } verification
            ? Stamp(verification)
            : null;
        return data.Deserialize<JsonElement>();
    }

    private static void Replace(HashSet<string> missing, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (_, value) in o.ToList())
                {
                    Replace(missing, value);
                }

                break;
            case JsonArray a:
                foreach (var item in a.ToList())
                {
                    Replace(missing, item);
                }

                break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.String:
                v.ReplaceWith(
                    missing.Aggregate(
                        v.GetValue<string>(),
                        (text, m) => text.Replace(m, "〓", StringComparison.Ordinal)
                    )
                );
                break;
        }
    }

    private JsonObject Stamp(Verification verification)
    {
        var code = options.PublicAddress is { } address
            ? address.TrimEnd('/') + verification.Path
            : verification.ReceiptNumber ?? verification.Sha256;
        using var generator = new QRCodeGenerator();
        using var qr = generator.CreateQrCode(code, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(qr);
        return new JsonObject
        {
            ["sha256"] = verification.Sha256,
            ["caption"] = verification.Caption,
            ["alt"] = $"核验二维码：{code}",
            // The template reads bytes as a list of numbers.
            ["qr"] = new JsonArray([
                .. png.GetGraphic(PixelsPerModule).Select(b => JsonValue.Create((int)b)),
            ]),
        };
    }

    /// <summary>Every text passes here on its way to the page.</summary>
    private sealed class PrintableTextConverter : JsonConverter<string>
    {
        public override string? Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetString();

        public override void Write(
            Utf8JsonWriter writer,
            string value,
            JsonSerializerOptions options
        ) => writer.WriteStringValue(PrintableText.Of(value));
    }
}
