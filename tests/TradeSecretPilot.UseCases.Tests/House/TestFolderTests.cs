using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.House;

/// <summary>What stands in a folder of the product has its tests in the folder of that name.</summary>
public sealed class TestFolderTests
{
    [Theory]
    [InlineData("TradeSecretPilot.Domain")]
    [InlineData("TradeSecretPilot.UseCases")]
    [InlineData("TradeSecretPilot.Web")]
    public void Folders_OfTheProduct_HaveTests(string project) =>
        Findings.None(FoldersOf("src", project).Except(FoldersOf("tests", $"{project}.Tests")));

    [Fact]
    public void Folders_OneWithoutTests_Found() =>
        Assert.Contains(
            "Planted",
            FoldersOf("src", "TradeSecretPilot.UseCases")
                .Append("Planted")
                .Except(FoldersOf("tests", "TradeSecretPilot.UseCases.Tests"))
        );

    /// <summary>Those with code in them.</summary>
    private static IEnumerable<string> FoldersOf(string part, string project) =>
        new DirectoryInfo(Path.Combine(SourceTree.Root, part, project))
            .EnumerateDirectories()
            .Where(d => d.Name is not ("bin" or "obj"))
            .Where(d => d.EnumerateFiles("*.cs", SearchOption.AllDirectories).Any())
            .Select(d => d.Name);
}
