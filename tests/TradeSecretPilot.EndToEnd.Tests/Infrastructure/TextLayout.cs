using System.Xml.Linq;
using Microsoft.Playwright;

namespace TradeSecretPilot.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Measures the texts of a page as it stands: broken inside words, lying on each other, cut off, running out of their boxes, and in
/// Chinese on an English page.
/// </summary>
internal static class TextLayout
{
    private static readonly string Script = ReadScript();

    /// <summary>The only province whose short name, which tiles translate, is its whole name, which is data.</summary>
    private const string Corps = "新疆生产建设兵团";

    /// <summary>What the portal says in its own words, in Chinese.</summary>
    private static readonly Lazy<HashSet<string>> OwnWords = new(ReadOwnWords);

    /// <summary>A line for each fault, with the text and the elements around it.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[][]>(Script);
        return
        [
            .. found[0],
            .. found[1].Where(IsOwn).Select(text => $"Chinese on an English page: «{text}»"),
        ];
    }

    // Names of regions and persons and what people wrote stay Chinese; an abbreviation of one character does not.
    private static bool IsOwn(string text) =>
        text.Length == 1 || (text != Corps && OwnWords.Value.Contains(text));

    private static HashSet<string> ReadOwnWords() =>
        Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src", "TradeSecretPilot.Web", "Resources"),
                "*.en.resx"
            )
            .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
            .Select(data => data.Attribute("name")!.Value.Split('¦')[0])
            .ToHashSet(StringComparer.Ordinal);

    private static string ReadScript()
    {
        using var stream = typeof(TextLayout).Assembly.GetManifestResourceStream("text-layout.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
