using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.House;

/// <summary>
/// Names are searched by <c>Search</c> and <c>SearchText</c> and ordered by <c>SortKey</c> and <c>NameOrder</c> alone: what a
/// database or a culture thinks of Chinese differs from one to the next.
/// </summary>
public sealed partial class NameRuleTests
{
    /// <summary>What they order are no names of people or places.</summary>
    private static readonly string[] OtherNames =
    [
        "TradeSecretPilot.UseCases/Platform/Audit/RowDigests.cs",
        "TradeSecretPilot.UseCases/Platform/Files/FolderFileStore.cs",
        "TradeSecretPilot.UseCases/Platform/Files/UploadPieces.cs",
    ];

    [Fact]
    public void Names_OutsideTheMechanism_NeitherSearchedNorOrdered() =>
        Findings.None(
            SourceTree
                .Read(".cs")
                .Concat(SourceTree.Read(".razor"))
                .Where(s => !OtherNames.Contains(s.File))
                .SelectMany(s => Offences(s.File, s.Text))
        );

    [Fact]
    public void ExemptFiles_AreThere() =>
        Assert.Equal(
            OtherNames,
            SourceTree
                .Read(".cs")
                .Where(s => OtherNames.Contains(s.File) && Offences(s.File, s.Text).Any())
                .Select(s => s.File)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("experts.OrderBy(e => e.Name)")]
    [InlineData(".ThenBy(x => x.Report.RegionName)")]
    [InlineData(".OrderByDescending(a => a.DisplayName)")]
    [InlineData("rows.OrderBy(r => r.ProvinceName, StringComparer.Ordinal)")]
    [InlineData("rows.OrderBy(\n    r => r.ProvinceName\n)")]
    [InlineData("orderby a.ProvinceCode, a.Rank, e.Name, s.Id")]
    [InlineData("orderby b.Number descending,\n    p.RegionName")]
    [InlineData("o.Name.Contains(text)")]
    [InlineData("o.RegionName != null && o.RegionName!.StartsWith(text)")]
    [InlineData("a.NormalizedUserName!.Contains(normalized)")]
    [InlineData("e.Specialty.Contains(text)")]
    [InlineData("EF.Functions.Like(e.Unit, pattern)")]
    [InlineData("EF.Functions.ILike(e.Unit, pattern)")]
    [InlineData("text(r).Contains(wanted, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("name.Contains(wanted, StringComparison.CurrentCultureIgnoreCase)")]
    [InlineData("rows.Order(StringComparer.CurrentCulture)")]
    public void Names_PlantedUse_Found(string code) =>
        Assert.NotEmpty(Offences("TradeSecretPilot.UseCases/Inbox/GetInbox.cs", code));

    [Theory]
    [InlineData(
        "orderby o.ProvinceCode, EF.Property<string>(o, NameColumns.SortKey), o.Id\nselect o.Name"
    )]
    [InlineData(".OrderBy(e => EF.Property<string>(e, NameColumns.SortKey))")]
    [InlineData("rows.OrderBy(r => r.Number).Select(r => r.Name)")]
    [InlineData("names.Contains(o.Name)")]
    public void Names_ByTheMechanism_NotFound(string code) =>
        Assert.Empty(Offences("TradeSecretPilot.UseCases/Inbox/GetInbox.cs", code));

    private static IEnumerable<string> Offences(string file, string text) =>
        from Match found in Ordered()
            .Matches(text)
            .Concat(OrderedInQuery().Matches(text))
            .Concat(Searched().Matches(text))
        select $"{file}: {found.Value}";

    private const string Names =
        @"\.(Name|NameZh|RegionName|ProvinceName|OrganizationName|ActorName|ExpertName|DisplayName|NormalizedUserName|Unit|Specialty|ResponsibleUnit)\b";

    [GeneratedRegex(
        @"\b(OrderBy|ThenBy)(Descending)?\(\s*\w+\s*=>[^()]*"
            + Names
            + @"|StringComparer\.(Current|Invariant)Culture",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Ordered();

    [GeneratedRegex(
        @"\borderby\s(?:(?!\bselect\b|\bgroup\b|\)\s*;)[\s\S])*?" + Names,
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OrderedInQuery();

    [GeneratedRegex(
        Names
            + @"!?\.(Contains|StartsWith|EndsWith|IndexOf)\(|EF\.Functions\.\w*Like\(|\.Contains\([^)]*IgnoreCase\)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Searched();
}
