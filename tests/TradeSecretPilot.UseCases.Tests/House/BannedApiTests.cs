using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.House;

/// <summary>
/// What looks past tenancy, writes past the change tracker or holds a transaction stands in the files that <c>.editorconfig</c>
/// names. The analyser refuses it elsewhere; here stands that nobody turns the analyser off.
/// </summary>
public sealed partial class BannedApiTests
{
    private const string Platform = "TradeSecretPilot.UseCases/Platform/";

    [Fact]
    public void Analyser_Everywhere_IsAnError()
    {
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", Settings());
        // Once for the tests, once for the named files.
        Assert.Equal(
            2,
            Settings().Split('\n').Count(l => l == "dotnet_diagnostic.RS0030.severity = none")
        );
    }

    [Fact]
    public void NamedFiles_InTheSettings_UseWhatIsBanned()
    {
        var files = SourceTree.Read(".cs").ToDictionary(s => s.File, s => s.Text);

        Assert.NotEmpty(Named());
        Findings.None(
            Named()
                .Where(f => !files.TryGetValue(f, out var text) || !Banned().IsMatch(text))
                .Select(f => $"{f} is named and uses nothing that is banned.")
        );
    }

    [Fact]
    public void BannedApis_OutsideTheNamedFiles_NotUsed() =>
        Findings.None(SourceTree.Read(".cs").SelectMany(s => Offences(s.File, s.Text)));

    [Theory]
    [InlineData("db.Applications.IgnoreQueryFilters()")]
    [InlineData("await rows.ExecuteUpdateAsync(s => s, ct)")]
    [InlineData("rows.ExecuteDelete()")]
    [InlineData("db.Database.ExecuteSqlRawAsync(sql)")]
    [InlineData("db.Batches.FromSql($\"SELECT 1\")")]
    [InlineData("await db.Database.BeginTransactionAsync(ct)")]
    [InlineData("db.Database.SqlQueryRaw<DateTime>(sql)")]
    [InlineData("db.SaveChanges()")]
    [InlineData("#pragma warning disable RS0030")]
    [InlineData("[SuppressMessage(\"ApiDesign\", \"RS0030\")]")]
    public void BannedApis_PlantedUse_Found(string line) =>
        Assert.Single(Offences("TradeSecretPilot.UseCases/Inbox/GetInbox.cs", line));

    private static IEnumerable<string> Offences(string file, string text) =>
        from Match found in Banned().Matches(text).Concat(Suppressed().Matches(text))
        where !Named().Contains(file) || Suppressed().IsMatch(found.Value)
        select $"{file}: {found.Value}";

    private static string Settings() =>
        File.ReadAllText(Path.Combine(SourceTree.Root, ".editorconfig"));

    /// <summary>By their paths beneath <c>src</c>.</summary>
    private static HashSet<string> Named() =>
        [
            .. NamedFiles()
                .Match(Settings())
                .Groups["names"]
                .Value.Split(',')
                .Select(name => $"{Platform}{name}.cs"),
        ];

    [GeneratedRegex(
        """^\[src/TradeSecretPilot\.UseCases/Platform/\{(?<names>.+)\}\.cs\]$""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamedFiles();

    [GeneratedRegex(
        @"\b(Database\.Migrate\w*|IgnoreQueryFilters|Execute(Update|Delete)(Async)?|FromSql\w*|SqlQuery\w*|ExecuteSql\w*|BeginTransaction\w*|CommitTransaction\w*|ExecuteInTransaction\w*|GetDbConnection|SaveChanges)(<\w+>)?\(",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Banned();

    [GeneratedRegex("RS0030")]
    private static partial Regex Suppressed();
}
