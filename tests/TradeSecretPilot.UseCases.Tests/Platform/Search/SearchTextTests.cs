using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.UseCases.Tests.Platform.Search;

/// <summary>What is typed, and what it finds.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("ＡＢＣ　１２", "abc 12")]
    [InlineData("廣東省臺州裏", "广东省台州里")]
    [InlineData("  多   空白\t行\n", "多 空白 行")]
    [InlineData("杭\u200b州\u200d市\ufeff\u00ad\u2060", "杭州市")]
    [InlineData("葛\udb40\udd00城", "葛城")]
    [InlineData("Ａ\0Ｂ", "ab")]
    [InlineData("买买提·艾力 Xi'an", "买买提艾力 xian")]
    [InlineData("2026—33－01", "2026-33-01")]
    [InlineData("\uf900", "岂")]
    [InlineData("", "")]
    public void Normalize_OneSpelling(string text, string expected) =>
        Assert.Equal(expected, SearchNormalizer.Normalize(text));

    [Fact]
    public void Normalize_HalfOfAPair_IsReplaced() =>
        Assert.Equal("a\ufffdb", SearchNormalizer.Normalize("a\ud83db"));

    [Theory]
    [InlineData("杭州")]
    [InlineData("杭州 示例")]
    [InlineData("示例 杭州市")]
    [InlineData("hz")]
    [InlineData("HZS")]
    [InlineData("hangzhou")]
    [InlineData("hangzh")]
    [InlineData("ｈａｎｇｚｈｏｕ")]
    [InlineData("shili abc")]
    [InlineData("slabc")]
    [InlineData("杭\u200b州")]
    [InlineData("")]
    [InlineData(" \u3000 ")]
    public void Matches_WaysToTypeIt_Found(string typed) =>
        Assert.True(SearchText.Of(typed).Matches(SearchKey.Of("示例 ＡＢＣ 杭州市")));

    [Theory]
    [InlineData("杭州 广东")]
    [InlineData("ng")]
    [InlineData("ang")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("👍🏽")]
    [InlineData("-H")]
    [InlineData(".HANG")]
    public void Matches_WhatItIsNot_NotFound(string typed) =>
        Assert.False(SearchText.Of(typed).Matches(SearchKey.Of("示例杭州市")));

    [Theory]
    [InlineData("重庆", "cq", "chongqing")]
    [InlineData("厦门", "xm", "xiamen")]
    [InlineData("六安", "la", "luan")]
    [InlineData("长沙", "cs", "changsha")]
    [InlineData("长春", "cc", "changchun")]
    [InlineData("长子县", "zzx", "zhangzixian")]
    [InlineData("乐清", "yq", "yueqing")]
    [InlineData("乐山", "ls", "leshan")]
    [InlineData("乐亭", "lt", "laoting")]
    [InlineData("蚌埠", "bb", "bengbu")]
    [InlineData("台州", "tz", "taizhou")]
    [InlineData("成都", "cd", "chengdu")]
    [InlineData("单县", "sx", "shanxian")]
    [InlineData("曾都区", "zdq", "zengduqu")]
    [InlineData("西藏", "xz", "xizang")]
    [InlineData("歙县", "sx", "shexian")]
    [InlineData("番禺", "py", "panyu")]
    [InlineData("吕梁", "ll", "lvliang")]
    [InlineData("西安", "xa", "xi'an")]
    [InlineData("重慶", "cq", "chongqing")]
    [InlineData("长沙市局长", "cssjz", "changshashijuzhang")]
    public void Matches_Places_ByInitialsAndSyllables(string name, string initials, string pinyin)
    {
        var key = SearchKey.Of($"示例{name}");

        Assert.True(SearchText.Of(initials).Matches(key), key);
        Assert.True(SearchText.Of(pinyin).Matches(key), key);
    }

    [Fact]
    public void Matches_SeveralReadings_ByEachOfThem()
    {
        var key = SearchKey.Of("示例乐园");

        Assert.True(SearchText.Of("ly").Matches(key));
        Assert.True(SearchText.Of("yy").Matches(key));
    }

    [Fact]
    public void Matches_Surnames_AreReadAsSurnames()
    {
        var person = SearchKey.Of(new SearchedText("单雄信", IsPerson: true));

        Assert.True(SearchText.Of("sxx").Matches(person));
        Assert.True(
            SearchText.Of("yuchi").Matches(SearchKey.Of(new SearchedText("尉迟恭", IsPerson: true)))
        );
        Assert.True(
            SearchText
                .Of("danwei")
                .Matches(SearchKey.Of(new SearchedText("单位管理员", IsPerson: true)))
        );
    }

    [Fact]
    public void Of_WithoutEnd_IsCut()
    {
        var words = SearchText.Of(string.Join(' ', Enumerable.Range(10, 500))).Words;
        var letters = SearchText.Of(new string('a', 100_000)).Words;
        var pairs = SearchText.Of(string.Concat(Enumerable.Repeat("a👍", 1000))).Words;

        Assert.Equal(SearchText.MaxWords, words.Count);
        Assert.Equal(SearchText.MaxLength, Assert.Single(letters)[0].Length);
        Assert.DoesNotContain('\ufffd', Assert.Single(pairs)[0]);
        Assert.All(letters.Concat(words), parts => Assert.InRange(parts.Count, 1, 6));
    }

    [Fact]
    public void Key_OfEveryCharacter_HasASyllable()
    {
        // The table of common characters ends at 9FA5.
        var unread = Enumerable
            .Range(0x4e00, 0x9fa5 - 0x4e00 + 1)
            .Select(c => ((char)c).ToString())
            .Count(c => Readings.Of(c, isPerson: false).Single().Reading is null);

        Assert.InRange(unread, 0, 200);
    }
}
