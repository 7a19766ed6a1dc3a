using System.Collections.Frozen;
using System.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace TradeSecretPilot.Web.Ui.Localization;

/// <summary>
/// The component library's own texts in Chinese, from Resources/MudBlazor.zh.resx; in other languages it says its English.
/// </summary>
public sealed class MudChinese : MudLocalizer
{
    private const string File = "MudBlazor.zh.resources";

    /// <summary>Every key of the library with its Chinese text.</summary>
    public static FrozenDictionary<string, string> Texts { get; } = Read();

    public override LocalizedString this[string key] =>
        Cultures.IsChinese && Texts.TryGetValue(key, out var text)
            ? new LocalizedString(key, text)
            : new LocalizedString(key, key, resourceNotFound: true);

    private static FrozenDictionary<string, string> Read()
    {
        var assembly = typeof(MudChinese).Assembly;
        var name = assembly
            .GetManifestResourceNames()
            .Single(n => n.EndsWith(File, StringComparison.Ordinal));
        using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
        return reader
            .Cast<System.Collections.DictionaryEntry>()
            .ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!);
    }
}
