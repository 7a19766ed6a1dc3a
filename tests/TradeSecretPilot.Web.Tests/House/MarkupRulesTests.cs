using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.Web.Tests.House;

/// <summary>How markup and style sheets are written, which no formatter checks for us.</summary>
public sealed partial class MarkupRulesTests
{
    private const int Widest = 140;

    /// <summary>About what fits on a few screens; beyond it a page has more than one subject.</summary>
    private const int Longest = 250;

    /// <summary>Icons and the colours of statuses stand together, however few components show one.</summary>
    private static readonly string[] Vocabularies = ["icons.css", "tokens.css"];

    /// <summary>What is binding must not be reworded by a browser's translator.</summary>
    [Fact]
    public void Documents_AreNotTranslatedByTheBrowser()
    {
        var documents = SourceTree
            .Read(".razor")
            .Concat(SourceTree.Read(".cs"))
            .Concat(SourceTree.Read(".html"))
            .Where(s => s.Text.Contains("<html", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(documents);
        Assert.DoesNotContain(documents, d => !DeclaresNoTranslation().IsMatch(d.Text));
    }

    /// <summary>A cell that is picked by its label is not found in the other language.</summary>
    [Fact]
    public void Sheets_NoRule_PicksByAWordOfThePage() =>
        Assert.DoesNotContain(
            StyleSheets.All,
            s => s.Text.Contains("[data-l=", StringComparison.Ordinal)
        );

    [Fact]
    public void Lines_OfEveryComponent_FitOnAScreen() =>
        Assert.Empty(
            SourceTree.Read(".razor").SelectMany(c => TooWide(c.File, c.Text.Split('\n')))
        );

    [Fact]
    public void Lines_PlantedWideOne_IsFound() =>
        Assert.Equal(
            ["Planted.razor:2"],
            TooWide("Planted.razor", ["<p></p>", new string('字', Widest + 1)])
        );

    [Fact]
    public void Components_HaveOneSubject() =>
        Assert.DoesNotContain(
            SourceTree.Read(".razor"),
            component => component.Text.Split('\n').Length > Longest
        );

    [Fact]
    public void Lines_OfEverySheet_FitOnAScreen() =>
        Assert.Empty(StyleSheets.All.SelectMany(s => TooWide(s.File, s.Text.Split('\n'))));

    /// <summary>What serves one component stands in its own sheet, its <c>.razor.css</c>.</summary>
    [Fact]
    public void Sheets_OfEveryPage_AreTheseAndHoldNoLookOfOneComponent()
    {
        Assert.Equal(
            ["base.css", "icons.css", "layout.css", "mud.css", "print.css", "tokens.css"],
            StyleSheets.Global.Select(s => Path.GetFileName(s.File)).Order(StringComparer.Ordinal)
        );
        Assert.Empty(
            StyleSheets
                .Global.Where(s => !Vocabularies.Contains(Path.GetFileName(s.File)))
                .SelectMany(s => StyleSheets.OfOneComponent(s.Text))
        );
    }

    [Fact]
    public void Sheets_PlantedLookOfOneComponent_IsFound() =>
        Assert.Equal(
            [".masthead > .brand-name:not(.wide)"],
            StyleSheets.OfOneComponent(
                "@media print { .panel, .masthead > .brand-name:not(.wide) { display: none; } }"
            )
        );

    [Fact]
    public void Sheets_EveryClass_IsUsed() =>
        Assert.Empty(StyleSheets.All.SelectMany(s => StyleSheets.Unused(s.Text)));

    [Fact]
    public void Sheets_PlantedUnusedClass_IsFound() =>
        Assert.Equal(
            ["nobodys"],
            StyleSheets.Unused(".panel, .chip-Draft, .mud-input { } .panel .nobodys > a { }")
        );

    private static IEnumerable<string> TooWide(string file, IReadOnlyList<string> lines) =>
        lines
            .Index()
            .Where(l => l.Item.Length > Widest)
            .Select(l => $"{Path.GetFileName(file)}:{l.Index + 1}");

    [GeneratedRegex("<html[^>]* translate=\"no\"")]
    private static partial Regex DeclaresNoTranslation();
}
