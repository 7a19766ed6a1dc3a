using System.Collections.Frozen;
using System.Text;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>
/// Word keeps bullets and signs of its fonts Symbol and Wingdings at U+F000 plus their code in the font, where no other font
/// has a character. Where the two differ, what Word offers as a bullet goes before a letter of Symbol.
/// </summary>
internal static class SymbolFonts
{
    private const int Offset = 0xf000;

    private static readonly FrozenDictionary<int, string> Real = new Dictionary<int, string>
    {
        // Bullets of both fonts.
        [0x6c] = "●",
        [0x6e] = "■",
        [0x6f] = "□",
        [0x71] = "❑",
        [0x72] = "❒",
        [0x73] = "⬧",
        [0x74] = "⧫",
        [0x75] = "◆",
        [0x76] = "❖",
        [0x77] = "⬥",
        [0x9f] = "•",
        [0xa0] = "▪",
        [0xa1] = "○",
        [0xa7] = "▪",
        [0xa8] = "□",
        [0xaa] = "✦",
        [0xab] = "★",
        [0xb2] = "✧",
        [0xb7] = "•",
        [0xd8] = "➢",
        [0xdf] = "←",
        [0xe0] = "→",
        [0xe1] = "↑",
        [0xe2] = "↓",
        [0xe8] = "➔",
        [0xf0] = "⇨",
        [0xfb] = "✗",
        [0xfc] = "✓",
        [0xfd] = "☒",
        [0xfe] = "☑",
        // Digits in circles of Wingdings.
        [0x80] = "⓪",
        [0x81] = "①",
        [0x82] = "②",
        [0x83] = "③",
        [0x84] = "④",
        [0x85] = "⑤",
        [0x86] = "⑥",
        [0x87] = "⑦",
        [0x88] = "⑧",
        [0x89] = "⑨",
        [0x8a] = "⑩",
        // Signs and letters of Symbol.
        [0x2b] = "+",
        [0x2d] = "−",
        [0x3d] = "=",
        [0x41] = "Α",
        [0x42] = "Β",
        [0x44] = "Δ",
        [0x46] = "Φ",
        [0x47] = "Γ",
        [0x4c] = "Λ",
        [0x50] = "Π",
        [0x51] = "Θ",
        [0x53] = "Σ",
        [0x57] = "Ω",
        [0x59] = "Ψ",
        [0x61] = "α",
        [0x62] = "β",
        [0x63] = "χ",
        [0x64] = "δ",
        [0x65] = "ε",
        [0x66] = "φ",
        [0x67] = "γ",
        [0x68] = "η",
        [0x6b] = "κ",
        [0x6d] = "μ",
        [0x70] = "π",
        [0x79] = "ψ",
        [0x7a] = "ζ",
        [0xa3] = "≤",
        [0xa5] = "∞",
        [0xac] = "←",
        [0xad] = "↑",
        [0xae] = "→",
        [0xaf] = "↓",
        [0xb0] = "°",
        [0xb1] = "±",
        [0xb3] = "≥",
        [0xb4] = "×",
        [0xb5] = "∝",
        [0xb8] = "÷",
        [0xb9] = "≠",
        [0xba] = "≡",
        [0xbb] = "≈",
        [0xbc] = "…",
        [0xd6] = "√",
        [0xe5] = "∑",
    }.ToFrozenDictionary();

    /// <summary>The real character of one that a symbol font left behind; any other as it is.</summary>
    public static string Of(Rune rune) =>
        Real.TryGetValue(rune.Value - Offset, out var real) ? real : rune.ToString();
}
