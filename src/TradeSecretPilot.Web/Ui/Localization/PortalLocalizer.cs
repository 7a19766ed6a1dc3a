using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace TradeSecretPilot.Web.Ui.Localization;

/// <summary>
/// Texts of the pages. The key is the Chinese text itself; its English stands in one of the Resources/*.en.resx files,
/// which are searched together. Where one Chinese word needs several English ones, the key ends in a mark and the sense:
/// <c>不予推荐¦动作</c>.
/// </summary>
public sealed class PortalLocalizer : IStringLocalizer
{
    private const string Suffix = ".en.resources";
    private const char SenseMark = '¦';

    /// <summary>Every key with its English text.</summary>
    public static FrozenDictionary<string, string> English { get; } =
        Read(typeof(PortalLocalizer).Assembly);

    public LocalizedString this[string name]
    {
        get
        {
            var text = Find(name, out var found);
            return new LocalizedString(name, text, resourceNotFound: !found);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var format = Find(name, out var found);
            var text = string.Format(CultureInfo.CurrentCulture, format, arguments);
            return new LocalizedString(name, text, resourceNotFound: !found);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        English.Keys.Select(key => this[key]);

    private static string Find(string key, out bool found)
    {
        if (Cultures.IsChinese)
        {
            found = true;
            return WithoutSense(key);
        }

        found = English.TryGetValue(key, out var english);
        return found ? english! : WithoutSense(key);
    }

    /// <summary>The Chinese text of <paramref name="key"/>, for files, which are Chinese whatever language the page is in.</summary>
    public static string Chinese(string key) => WithoutSense(key);

    private static string WithoutSense(string key)
    {
        var mark = key.IndexOf(SenseMark, StringComparison.Ordinal);
        return mark < 0 ? key : key[..mark];
    }

    private static FrozenDictionary<string, string> Read(Assembly assembly)
    {
        var texts = new Dictionary<string, string>();
        var files = assembly
            .GetManifestResourceNames()
            .Where(n => n.EndsWith(Suffix, StringComparison.Ordinal));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(file)!);
            foreach (System.Collections.DictionaryEntry entry in reader)
            {
                texts.TryAdd((string)entry.Key, (string)entry.Value!);
            }
        }

        return texts.ToFrozenDictionary();
    }
}
