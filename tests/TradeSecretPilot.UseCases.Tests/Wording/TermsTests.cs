using System.Reflection;
using System.Text.RegularExpressions;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Tests.Wording;

/// <summary>One table of words for each enum, complete in both languages.</summary>
public sealed partial class TermsTests
{
    private static readonly IReadOnlyList<MethodInfo> Tables =
    [
        .. typeof(Terms)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.GetParameters() is [{ ParameterType.IsEnum: true }]),
    ];

    public static TheoryData<string> Enums =>
        new(Tables.Select(m => m.GetParameters()[0].ParameterType.Name));

    [Theory]
    [MemberData(nameof(Enums))]
    public void Of_EveryMember_HasChineseAndEnglish(string name)
    {
        var table = Tables.Single(m => m.GetParameters()[0].ParameterType.Name == name);
        foreach (var value in Enum.GetValues(table.GetParameters()[0].ParameterType))
        {
            if (table.Invoke(null, [value]) is not Term term)
            {
                // Nobody is no name of an actor.
                Assert.Equal(0, Convert.ToInt32(value, null));
                continue;
            }

            Assert.True(Chinese().IsMatch(term.Zh), $"{name}.{value}: {term.Zh}");
            Assert.DoesNotContain('¦', term.Zh);
            Assert.Matches("[A-Za-z]", term.En);
            Assert.False(Chinese().IsMatch(term.En), $"{name}.{value}: {term.En}");
        }
    }

    [Fact]
    public void Of_UnknownAct_ReadsAsAnotherMatter() =>
        Assert.Equal("办理了其他事项", Terms.Of((UseCases.Platform.Act?)null).Zh);

    [GeneratedRegex(
        @"\p{IsCJKUnifiedIdeographs}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Chinese();
}
