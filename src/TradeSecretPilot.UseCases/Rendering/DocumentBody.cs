using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>Collects a document's text and numbers its headings (GB/T 9704-2012, 7.3.3).</summary>
internal sealed class DocumentBody
{
    private readonly List<Block> _blocks = [];
    private readonly int[] _numbers = new int[Rendering.Heading.Deepest];

    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>A heading with the next number of its level.</summary>
    public DocumentBody Heading(int level, string text)
    {
        var number = ++_numbers[level - 1];
        Array.Clear(_numbers, level, _numbers.Length - level);
        return Add(new Heading(level, OfficialWords.Ordinal(level, number) + text));
    }

    public DocumentBody Text(string text) => Add(new Paragraph(text));

    /// <summary>The text, or what stands in its place when there is none.</summary>
    public DocumentBody TextOr(string text, string otherwise) =>
        Text(string.IsNullOrWhiteSpace(text) ? otherwise : text);

    public DocumentBody Add(Block block)
    {
        _blocks.Add(block);
        return this;
    }
}
