using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TradeSecretPilot.Testing;
using TradeSecretPilot.Web.Host.Setup;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Ui.Localization;

/// <summary>Every Chinese text of a page has its English, and none stands outside the localizer.</summary>
public sealed partial class TranslationTests
{
    internal static readonly DirectoryInfo Web = new(
        Path.Combine(SourceTree.Source, "TradeSecretPilot.Web")
    );

    private static readonly HashSet<string> English =
    [
        .. Web.GetFiles("*.en.resx", SearchOption.AllDirectories)
            .SelectMany(f => XDocument.Load(f.FullName).Root!.Elements("data"))
            .Select(d => d.Attribute("name")!.Value),
    ];

    public static TheoryData<string> Sources =>
        [
            .. new[] { "*.razor", "*.cs" }
                .SelectMany(p => Web.GetFiles(p, SearchOption.AllDirectories))
                .Select(f => Path.GetRelativePath(Web.FullName, f.FullName))
                .Where(f =>
                    !f.StartsWith("obj", StringComparison.Ordinal)
                    && !f.StartsWith("bin", StringComparison.Ordinal)
                ),
        ];

    /// <summary>Code keeps words as keys; markup shows them.</summary>
    public static TheoryData<string> Markups =>
        [.. Sources.Select(s => s.Data).Where(f => f.EndsWith(".razor", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Texts_InSource_HaveEnglish(string file)
    {
        var missing = Keys(Read(file)).Where(key => !English.Contains(key)).Distinct().ToList();
        Assert.True(missing.Count == 0, $"{file}: no English for {string.Join(" | ", missing)}");
    }

    [Theory]
    [MemberData(nameof(Markups))]
    public void Markup_Chinese_StandsInLocalizer(string file)
    {
        var markup = CodeBlock().Replace(RazorComment().Replace(Read(file), ""), "");
        var bare = Chinese()
            .Matches(ChipWord().Replace(Localized().Replace(Key().Replace(markup, "L["), ""), ""))
            .Select(m => m.Value)
            .ToList();
        Assert.True(bare.Count == 0, $"{file}: outside L[…]: {string.Join(" | ", bare)}");
    }

    [Fact]
    public void English_Formats_TakeTheSameArguments()
    {
        var wrong = Web.GetFiles("*.en.resx", SearchOption.AllDirectories)
            .SelectMany(f => XDocument.Load(f.FullName).Root!.Elements("data"))
            .Select(d => (Key: d.Attribute("name")!.Value, Text: d.Element("value")!.Value))
            .Where(d =>
                Arguments(d.Text).Except(Arguments(d.Key)).Any()
                || Chinese().IsMatch(d.Text.Replace("示例", "", StringComparison.Ordinal))
            )
            .Select(d => d.Key)
            .Where(key => !LeftInChinese.Contains(key))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join(" | ", wrong));
    }

    [Fact]
    public void Keys_InAllFiles_StandOnce()
    {
        var twice = Web.GetFiles("*.en.resx", SearchOption.AllDirectories)
            .SelectMany(f => XDocument.Load(f.FullName).Root!.Elements("data"))
            .CountBy(d => d.Attribute("name")!.Value)
            .Where(k => k.Value > 1)
            .Select(k => k.Key)
            .ToList();
        Assert.True(twice.Count == 0, string.Join(" | ", twice));
    }

    /// <summary>Words that are looked up later, such as those of a table, have their English too.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void Words_InPages_HaveEnglish(string file)
    {
        if (BilingualByThemselves.Any(file.Contains))
        {
            return;
        }

        var missing = Literal()
            .Matches(Comment().Replace(RazorComment().Replace(Read(file), ""), ""))
            .Select(m => m.Groups[1].Value)
            .Where(text => Chinese().IsMatch(text) && !English.Contains(text))
            .Distinct()
            .ToList();
        Assert.True(missing.Count == 0, $"{file}: no English for {string.Join(" | ", missing)}");
    }

    /// <summary>Files that carry both languages, speak to the operator of the program, or hold names that stay Chinese.</summary>
    private static readonly string[] BilingualByThemselves =
    [
        "BeijingText.cs",
        "DateConverter.cs",
        "ProvinceTiles.cs",
        "WorkPlanText.cs",
        "AdminWords.cs",
        "PanelSection.razor.cs",
        "BatchEditor.razor.cs",
        "Preferences.cs",
        "Health.cs",
        // What the audit trail keeps is Chinese.
        "EffectiveSettings.cs",
        // What a start says that is configured wrongly.
        "CircuitStates.cs",
        // What stands where no page can.
        "PlainHttp.cs",
        "PortalStore.cs",
        "RequiredHosts.cs",
        "SecondFactorSettings.cs",
        // The mark on a demonstration's documents, which are Chinese, and a line of health.
        "PortalDocuments.cs",
        "PortalKeys.cs",
        "PortalLogging.cs",
        "PortalTelemetry.cs",
        $"Commands{Path.DirectorySeparatorChar}",
        // Names of jobs stand in both languages beside each other, in the dashboard that is not a page of ours.
        $"Jobs{Path.DirectorySeparatorChar}",
        $"Demo{Path.DirectorySeparatorChar}",
    ];

    /// <summary>Names that English pages show in Chinese: the switch of language itself, and samples of document numbers.</summary>
    private static readonly HashSet<string> LeftInChinese =
    [
        "中文",
        "例如 示例〔2022〕1号",
        "如：示市监函〔2022〕15号",
    ];

    private static string Read(string file) => File.ReadAllText(Path.Combine(Web.FullName, file));

    private static IEnumerable<string> Keys(string source) =>
        Key()
            .Matches(source)
            .Select(m => Regex.Unescape(m.Groups[1].Value))
            .Where(k => Chinese().IsMatch(k));

    private static IEnumerable<string> Arguments(string format) =>
        Argument()
            .Matches(format)
            .Select(m =>
                int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)
                    .ToString(CultureInfo.InvariantCulture)
            );

    [GeneratedRegex(@"\b(?:L|texts)\[\s*""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\bL\[[^\]]*\]")]
    private static partial Regex Localized();

    /// <summary>The chip looks its word up itself.</summary>
    [GeneratedRegex(@"<StatusChip [^>]*\bText=""[^""]*""")]
    private static partial Regex ChipWord();

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"""((?:[^""\\\n]|\\.)*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"@code\s*\{.*\z", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Argument();
}
