using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace TradeSecretPilot.Domain.Tests.Shared;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("商业秘密", 4)]
    [InlineData("a\nb", 3)]
    [InlineData("a\r\nb", 3)]
    [InlineData("👍", 1)]
    [InlineData("👍🏽", 1)]
    [InlineData("𠮷野", 2)]
    [InlineData("e\u0301", 1)]
    public void Count_AText_IsWhatAReaderSees(string text, int expected) =>
        Assert.Equal(expected, Characters.Count(text));

    [Fact]
    public void Count_HeapsOfMarks_TakeTheirRoom() =>
        Assert.Equal(26, Characters.Count("a" + new string('\u0301', 103)));

    [Fact]
    public void Excess_OneCharacterOfTwoUnits_IsOneCharacter()
    {
        var text = new string('示', 7_999) + "👍";

        Assert.Equal(0, Characters.Excess(text, 8_000));
        Assert.Equal(1_000, Characters.Excess(text + new string('例', 1_000), 8_000));
    }

    [Theory]
    [InlineData("\uf0b7 已有站点12个", "• 已有站点12个")]
    [InlineData("\uf0a7一\uf0d8二\uf0fc三\uf06e四", "▪一➢二✓三■四")]
    [InlineData("\uf0b3 90%，\uf0b1 3", "≥ 90%，± 3")]
    [InlineData("一行\r\n二行\v三行", "一行\n二行\n三行")]
    [InlineData("a\0b\u0007", "ab")]
    [InlineData("制\t表", "制\t表")]
    [InlineData("私\ue123用", "私\ue123用")]
    [InlineData("全角，１２、👍、𠮷", "全角，１２、👍、𠮷")]
    public void Clean_AText_IsAsItIsKept(string text, string expected) =>
        Assert.Equal(expected, Characters.Clean(text));

    [Fact]
    public void Clean_HalfACharacter_IsADamagedOne() =>
        Assert.Equal("半\ufffd个", Characters.Clean("半\ud83d个"));

    [Fact]
    public void Clean_AnyText_TwiceTheSame_AndCanBeStored() =>
        Prop.ForAll<string?>(text =>
            {
                var clean = Characters.Clean(text ?? "");
                return Characters.Clean(clean) == clean
                    && !clean.Contains('\0', StringComparison.Ordinal)
                    && ContentHash.Read<string>(ContentHash.Write(clean)) == clean;
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("商业秘密，ABC 123\n①㎡℃、👍🏽、𠮷、é")]
    [InlineData("• ▪ ➢ ✓ ■ □ ◆ ❖ ● ≥ ± α")]
    [InlineData("零\u200b宽\ufe0f")]
    public void Unprintable_UsualText_IsNone(string text) =>
        Assert.Empty(Characters.Unprintable(text));

    [Theory]
    [InlineData("私\ue123用", 0xe123)]
    [InlineData("坏\ufffd字", 0xfffd)]
    [InlineData("泰ก文ก", 0x0e01)]
    [InlineData("备\U000f0001用", 0xf0001)]
    public void Unprintable_NoGlyph_NamesItOnce(string text, int expected) =>
        Assert.Equal([new Rune(expected)], Characters.Unprintable(text));

    [Fact]
    public void Name_Many_NamesTheFirst()
    {
        var found = Characters.Unprintable("กขคงจฉ");

        Assert.Equal(
            "“ก”（U+0E01）、“ข”（U+0E02）、“ค”（U+0E04）、“ง”（U+0E07）、“จ”（U+0E08）等",
            Characters.Name(found)
        );
        Assert.EndsWith("U+0E08 and more", Characters.NameCodes(found));
    }
}
