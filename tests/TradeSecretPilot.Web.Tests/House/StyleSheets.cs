using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.Web.Tests.House;

/// <summary>What the style sheets select, and which sources write the classes that they select by.</summary>
internal static partial class StyleSheets
{
    private const string Markup = ".razor";

    /// <summary>Drawn by the library, and set by the framework while the connection is lost.</summary>
    private static readonly string[] Foreign = ["mud-", "components-reconnect-"];

    private static readonly Lazy<Sources> Read = new(ReadSources);

    /// <summary>All sheets, by their paths beneath <c>src</c>.</summary>
    public static IEnumerable<(string File, string Text)> All => SourceTree.Read(".css");

    /// <summary>Those that every page may load; the others stand beside their components.</summary>
    public static IEnumerable<(string File, string Text)> Global =>
        All.Where(s => !s.File.EndsWith(".razor.css", StringComparison.Ordinal));

    /// <summary>Classes of a sheet that nothing in the sources writes.</summary>
    public static IEnumerable<string> Unused(string css) =>
        Selectors(css)
            .SelectMany(Classes)
            .Distinct()
            .Where(c => !Foreign.Any(f => c.StartsWith(f, StringComparison.Ordinal)))
            .Where(c => !Read.Value.Uses(c));

    /// <summary>Selectors of a sheet whose last part, the element that is styled, has a class of a single component.</summary>
    public static IEnumerable<string> OfOneComponent(string css) =>
        Selectors(css).Where(s => Classes(Last(s)).Any(Read.Value.IsOfOneComponent));

    private static IEnumerable<string> Selectors(string css) =>
        Heads()
            .Matches(Texts().Replace(Comments().Replace(css, ""), "''"))
            .Select(m => m.Groups[1].Value.Trim())
            .Where(head => !head.StartsWith('@'))
            .SelectMany(head => Commas().Split(head))
            .Select(s => s.Trim());

    private static IEnumerable<string> Classes(string selector) =>
        Class().Matches(selector).Select(m => m.Groups[1].Value);

    private static string Last(string selector)
    {
        while (Bracket().IsMatch(selector))
        {
            selector = Bracket().Replace(selector, "");
        }

        return Combinators().Split(selector)[^1];
    }

    private static Sources ReadSources()
    {
        var components = new Dictionary<string, HashSet<string>>();
        var elsewhere = new HashSet<string>();
        var prefixes = new HashSet<string>();
        foreach (var (file, text) in SourceTree.Read(Markup))
        {
            var code = MarkupComments().Replace(text, "");
            components[file] =
            [
                .. code.Split('\n')
                    .Where(l =>
                        l.Contains('"') && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    )
                    .SelectMany(Words),
            ];
            // A class that is handed to another component is drawn there.
            elsewhere.UnionWith(Handed().Matches(code).SelectMany(m => Words(m.Groups[1].Value)));
            prefixes.UnionWith(Composed().Matches(code).Select(m => m.Groups[1].Value));
        }

        foreach (var (file, text) in SourceTree.Read(".cs").Concat(SourceTree.Read(".js")))
        {
            var component = file.EndsWith(".cs", StringComparison.Ordinal) ? file[..^3] : file;
            components
                .GetValueOrDefault(component, elsewhere)
                .UnionWith(Texts().Matches(text).SelectMany(m => Words(m.Value)));
        }

        return new(components, elsewhere, prefixes);
    }

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text).Select(m => m.Value);

    /// <param name="Components">What each component writes, by its file.</param>
    /// <param name="Elsewhere">What other code and scripts write, and what one component hands to another.</param>
    /// <param name="Prefixes">What stands before an expression within a class, such as <c>chip-</c>.</param>
    private sealed record Sources(
        Dictionary<string, HashSet<string>> Components,
        HashSet<string> Elsewhere,
        HashSet<string> Prefixes
    )
    {
        public bool Uses(string name) =>
            Elsewhere.Contains(name)
            || Components.Values.Any(words => words.Contains(name))
            || Prefixes.Any(p =>
                name.StartsWith(p, StringComparison.Ordinal) && Value().IsMatch(name[p.Length..])
            );

        public bool IsOfOneComponent(string name) =>
            !Elsewhere.Contains(name)
            && Components.Values.Count(words => words.Contains(name)) == 1;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex MarkupComments();

    [GeneratedRegex("\"[^\"\n]*\"|'[^'\n]*'")]
    private static partial Regex Texts();

    [GeneratedRegex(@"([^{};]+)\{")]
    private static partial Regex Heads();

    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex Commas();

    [GeneratedRegex(@"\.([A-Za-z][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[\s>+~]+")]
    private static partial Regex Combinators();

    [GeneratedRegex("Class=\"([^\"@]*)\"")]
    private static partial Regex Handed();

    [GeneratedRegex(@"class=""[^""]*?\b([a-z]+-?)@")]
    private static partial Regex Composed();

    [GeneratedRegex(@"^([A-Z]\w*|\d+)$")]
    private static partial Regex Value();

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Word();
}
