using System.Globalization;
using System.Text;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>What the portal's fonts can show: the ranges of glyphs.txt, which deploy/list-glyphs.mjs writes.</summary>
internal static class Glyphs
{
    private static readonly int[] First;
    private static readonly int[] Last;

    static Glyphs()
    {
        using var stream = typeof(Glyphs).Assembly.GetManifestResourceStream("glyphs.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var ranges = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('-'))
            .ToList();
        First = [.. ranges.Select(r => Hex(r[0]))];
        Last = [.. ranges.Select(r => Hex(r[^1]))];
    }

    public static bool Show(Rune rune)
    {
        var found = Array.BinarySearch(First, rune.Value);
        var range = found >= 0 ? found : ~found - 1;
        return range >= 0 && rune.Value <= Last[range];
    }

    private static int Hex(string text) =>
        int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
