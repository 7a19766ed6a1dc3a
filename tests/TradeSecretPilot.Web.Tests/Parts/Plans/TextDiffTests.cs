using static TradeSecretPilot.Web.Ui.Editing.TextDiff;

namespace TradeSecretPilot.Web.Tests.Parts.Plans;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", "新写的一段。")]
    [InlineData("删去的一段。", "")]
    [InlineData("甲乙丙丁。戊己庚辛。", "甲乙丙丁。壬癸。戊己庚辛。")]
    [InlineData("第一段。\n第二段。", "第一段。\n插入。\n第二段改了。")]
    [InlineData("指引1件，样本12份", "指引2件，样本12份，覆盖30家")]
    [InlineData("abc 12.5% def", "abc 13.5% def")]
    [InlineData("昇玥𠮷垚", "昇玥𠮶垚")]
    public void Compare_AnyTexts_PiecesGiveBothBack(string before, string after)
    {
        var pieces = Compare(before, after);

        Assert.Equal(before, Join(pieces, Change.Removed));
        Assert.Equal(after, Join(pieces, Change.Added));
    }

    [Fact]
    public void Compare_EqualTexts_NothingChanged() =>
        Assert.All(
            Compare("同一句话。\n第二句。", "同一句话。\n第二句。"),
            p => Assert.Equal(Change.Same, p.Change)
        );

    [Fact]
    public void Compare_FigureChanged_ShowsTheWholeFigure()
    {
        var pieces = Compare("联络员9人，站点3个。", "联络员12人，站点3个。");

        Assert.Equal(
            [
                new Piece(Change.Same, "联络员"),
                new Piece(Change.Removed, "9"),
                new Piece(Change.Added, "12"),
                new Piece(Change.Same, "人，站点3个。"),
            ],
            pieces
        );
    }

    [Fact]
    public void Compare_ChangesCloseTogether_AreShownAsOne()
    {
        var pieces = Compare("按有关规定准备材料。", "按双方约定清单准备材料。");

        Assert.Equal(1, pieces.Count(p => p.Change == Change.Removed));
        Assert.Equal(1, pieces.Count(p => p.Change == Change.Added));
    }

    [Fact]
    public void Compare_LongestTexts_DoesNotExhaustMemory()
    {
        var before = string.Concat(Enumerable.Range(0, 8000).Select(i => (char)('一' + i)));
        var after = string.Concat(before.Reverse());

        var pieces = Compare(before, after);

        Assert.Equal(after, Join(pieces, Change.Added));
    }

    [Fact]
    public void Paragraphs_LineEnds_CutThePieces()
    {
        var paragraphs = Paragraphs(Compare("第一段。", "第一段。\n第二段。"));

        Assert.Equal(2, paragraphs.Count);
        Assert.Equal([new Piece(Change.Added, "第二段。")], paragraphs[1]);
    }

    private static string Join(IEnumerable<Piece> pieces, Change side) =>
        string.Concat(
            pieces.Where(p => p.Change == Change.Same || p.Change == side).Select(p => p.Text)
        );
}
