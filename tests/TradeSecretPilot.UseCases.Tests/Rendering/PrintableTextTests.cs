using FsCheck;
using FsCheck.Fluent;
using TradeSecretPilot.UseCases.Rendering;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("示例文字，A-1：“引用”《书名》", "示例文字，A-1：“引用”《书名》")]
    [InlineData("一行\r\n二行\r三行\u2028四行", "一行\n二行\n三行\n四行")]
    [InlineData("制\t表", "制 表")]
    [InlineData("响\u0007铃\u0000零\u009f", "响铃零")]
    [InlineData("零\u200b宽\u200d连\ufeff接\u2060", "零宽连接")]
    [InlineData("改\u202e向\u2066文\u200f字", "改向文字")]
    [InlineData("变\ufe0f体\U000e0100", "变体")]
    [InlineData("非\uffff字\ufdd0符", "非字符")]
    [InlineData("𠮷㐀😀", "𠮷㐀😀")]
    [InlineData("", "")]
    public void Of_Text_IsWhatIsSeen(string text, string expected) =>
        Assert.Equal(expected, PrintableText.Of(text));

    [Fact]
    public void Of_HalfACharacter_KeepsItsPlace()
    {
        Assert.Equal("半〓个", PrintableText.Of("半\ud842个"));
        Assert.Equal("半〓个", PrintableText.Of("半\udfb7个"));
    }

    [Fact]
    public void Of_EndlessWord_MayBreak()
    {
        var word = new string('a', 10_000);

        var printable = PrintableText.Of($"示例{word}完");

        Assert.Equal($"示例{word}完", printable.Replace("\u200b", "", StringComparison.Ordinal));
        Assert.All(
            printable.Split('\u200b'),
            part => Assert.InRange(part.Length, 1, PrintableText.LongestWord + 3)
        );
    }

    [Fact]
    public void Of_AnyText_TwiceTheSame() =>
        Prop.ForAll<string?>(text =>
                PrintableText.Of(PrintableText.Of(text ?? "")) == PrintableText.Of(text ?? "")
            )
            .QuickCheckThrowOnFailure();
}
