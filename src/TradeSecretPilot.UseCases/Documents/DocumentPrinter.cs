using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using QRCoder;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Documents.Rendering;
using TradeSecretPilot.UseCases.Documents.Word;

namespace TradeSecretPilot.UseCases.Documents;

/// <summary>Makes files of official documents.</summary>
public sealed class DocumentPrinter(DocumentRenderer renderer, DocumentOptions options)
{
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

        var rendered = await renderer.RenderAsync(
            $"{marked.Form.ToString().ToLowerInvariant()}.typ",
            ToData(marked),
            format == FileFormat.Preview ? RenderFormat.Svg : RenderFormat.Pdf,
            ct
        );
        return rendered.Refusal is { } refusal ? refusal
            : format == FileFormat.Preview
                ? new DocumentFile($"{marked.FileName}.svg", SvgType, rendered.Value.Content)
            : new DocumentFile($"{marked.FileName}.pdf", PdfType, rendered.Value.Content);
    }

    private JsonElement ToData(OfficialDocument document)
    {
        var data = JsonSerializer.SerializeToNode(document, Json)!;
        data["verification"] = document.Verification is { } verification
            ? Stamp(verification)
            : null;
        return data.Deserialize<JsonElement>();
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
