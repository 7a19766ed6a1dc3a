using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.UseCases.Tests.Platform.Search;

/// <summary>The order of names by pinyin, whatever the database.</summary>
public sealed class NameOrderTests
{
    /// <summary>As a list shows them.</summary>
    internal static readonly string[] Ordered =
    [
        "2号所",
        "阿坝",
        "ABC所",
        "长沙",
        "重庆",
        "曾都",
        "张三",
        "张一",
        "章二",
    ];

    [Fact]
    public void KeyOf_Names_SortByPinyin()
    {
        // 曾 as a place is read zeng.
        Assert.Equal(
            Ordered,
            Ordered.Reverse().OrderBy(n => NameOrder.KeyOf(n), StringComparer.Ordinal)
        );
        Assert.Equal("hang2杭zhou1州", NameOrder.KeyOf("杭州"));
        Assert.Equal(NameOrder.KeyOf("广东"), NameOrder.KeyOf("廣\u200b東"));
    }

    [Fact]
    public void KeyOf_Surname_StandsWhereItIsRead()
    {
        Assert.StartsWith(
            "shan4",
            NameOrder.KeyOf("单雄信", isPerson: true),
            StringComparison.Ordinal
        );
        Assert.StartsWith("dan1", NameOrder.KeyOf("单雄信"), StringComparison.Ordinal);
    }

    [Fact]
    public void KeyOf_SupplementaryCharacters_AreLettersOfTheKey() =>
        Assert.Equal("~02000bli3李", NameOrder.KeyOf("\ud840\udc0b李"));

    [Fact]
    public void KeyOf_LongNames_FitTheColumn() =>
        Assert.Equal(NameOrder.MaxLength, NameOrder.KeyOf(new string('庄', 400)).Length);
}
