using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;

namespace TradeSecretPilot.Web.Tests.House;

/// <summary>How many reports there are is the batch's to say: no text and no document says six by itself.</summary>
public sealed partial class PeriodNumberTests
{
    [Fact]
    public void Texts_NoneSaysHowManyPeriodsThereAre() =>
        Assert.DoesNotContain(
            new[] { ".razor", ".cs", ".resx", ".typ" }
                .SelectMany(SourceTree.Read)
                .SelectMany(s => s.Text.Split('\n').Select(line => (s.File, Line: line.Trim())))
                .Where(s => !s.Line.StartsWith("//", StringComparison.Ordinal)),
            s => Said().IsMatch(s.Line)
        );

    [Theory]
    [InlineData("系统自动生成六期报送任务")]
    [InlineData("共6期")]
    [InlineData("三年报送六次")]
    [InlineData("the six reports of a region")]
    [InlineData("Six half-year reports")]
    public void Texts_PlantedNumber_IsFound(string text) => Assert.Matches(Said(), text);

    [GeneratedRegex(
        "六期|六次|(?<![0-9第])6期|[Ss]ix (half-year |progress )?(report|period|obligation)s?"
    )]
    private static partial Regex Said();
}
