using System.Globalization;
using Bunit;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Shared;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.Web.Pages.ProgressReports;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Tests.Pages.ProgressReports;
using TradeSecretPilot.Web.Ui.Forms;

namespace TradeSecretPilot.Web.Tests.Ui.Forms;

/// <summary>The one field of a figure: what is shown is what is stored, or it says why not.</summary>
public sealed class FigureInputTests : ChineseContext
{
    private readonly UnreadTexts _unread = new();
    private decimal? _value = 7;

    [Theory]
    [InlineData("1,200.5", "1200.5")]
    [InlineData("１２００", "1200")]
    [InlineData(" 1200 ", "1200")]
    [InlineData("1，200", "1200")]
    [InlineData("1 200", "1200")]
    [InlineData("12人", "12")]
    public void Type_AFigure_IsTakenWhole_AndShownAsItIsKept(string typed, string shown)
    {
        var field = Draw();

        field.Find("input").Change(typed);

        Assert.Equal(decimal.Parse(shown, CultureInfo.InvariantCulture), _value);
        Assert.Equal(shown, field.Find("input").GetAttribute("value"));
        Assert.Empty(field.FindAll(".errmsg"));
        Assert.Empty(_unread.Keys);
    }

    [Theory]
    [InlineData("1,2", "分隔符不是每三位一个")]
    [InlineData("12x", "这里的单位是人")]
    [InlineData("-5", "须在0至10,000人之间")]
    [InlineData("约12", "不是数字")]
    [InlineData("", "不是数字")]
    public void Type_AnythingElse_StaysAsTyped_WithItsReason_AndIsNotTaken(
        string typed,
        string reason
    )
    {
        var field = Draw();

        field.Find("input").Change(typed);

        Assert.Equal(7, _value);
        var (input, error) = (field.Find("input"), field.Find(".errmsg"));
        Assert.Equal(typed, input.GetAttribute("value"));
        Assert.StartsWith(reason, error.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal(error.Id, input.GetAttribute("aria-describedby"));
        Assert.Equal([Key], _unread.Keys);

        field.Render();
        Assert.Equal(typed, field.Find("input").GetAttribute("value"));

        field.Find("input").Change("8");
        Assert.Equal(8, _value);
        Assert.Empty(_unread.Keys);
        Assert.Empty(field.FindAll(".errmsg"));
    }

    [Fact]
    public void Emptied_WhereItMayBe_IsNoValue()
    {
        var field = Draw(mayBeEmpty: true);

        field.Find("input").Change("  ");

        Assert.Null(_value);
        Assert.Equal("", field.Find("input").GetAttribute("value"));
        Assert.Empty(_unread.Keys);
    }

    [Fact]
    public void DrawnAgain_WithATextThatCannotBeRead_ShowsItAsTyped()
    {
        _unread.Set(Key, "-5");

        var field = Draw();

        Assert.Equal("-5", field.Find("input").GetAttribute("value"));
        Assert.Single(field.FindAll(".errmsg"));
    }

    [Fact]
    public void TwoHundredFigures_TypedAndImported_ShownAndStoredAndExported_AreTheSame()
    {
        var random = new Random(20220701);
        var indicator = Indicators.Find("Funding")!;
        var editing = FigureChangesTests.Editing([], before: 0);
        var figures = Render<FigureEditor>(p =>
            p.AddCascadingValue(editing).AddCascadingValue(editing.Unread)
        );
        for (var i = 0; i < 200; i++)
        {
            var value = Math.Round(
                (decimal)(random.NextDouble() * Math.Pow(10, random.Next(9))),
                2
            );
            var typed = Written(value, random.Next(6));

            Input(figures).Change(typed);

            Assert.Empty(editing.Unread.Keys);
            Assert.Equal(value, editing.Content.Figures[indicator.Code].Period);
            Assert.Equal(FigureText.Edit(value), Input(figures).GetAttribute("value"));
            var stored = ContentHash.Read<ReportContent>(ContentHash.Write(editing.Content));
            Assert.Equal(value, stored.Figures[indicator.Code].Period);
            // Printed and exported by the one formatter, and imported by the one parser.
            Assert.Equal(
                value,
                FigureText.Read(FigureText.Write(value), ReportContent.RangeOf(indicator)).Value
            );
            var row = Assert.Single(
                FigureSheet
                    .Read(
                        TestWorkbook.Of(
                            ["任务", "指标", "单位", "口径", "上期", "以前累计", "本期", "累计"],
                            ["", indicator.NameZh, indicator.UnitZh, "", null, null, typed, null]
                        ),
                        Xunit.TestContext.Current.CancellationToken
                    )
                    .Value.Rows
            );
            Assert.Equal(value, row.Period);
        }

        static AngleSharp.Dom.IElement Input(IRenderedComponent<FigureEditor> figures) =>
            figures.Find("[data-field='figure:Funding:period']");
    }

    private const string Key = "figure";

    private static string Written(decimal value, int way) =>
        way switch
        {
            0 => FigureText.Edit(value),
            1 => FigureText.Write(value),
            2 => $" {FigureText.Write(value)}　",
            3 => FigureText.Write(value).Replace(',', '，'),
            4 => string.Concat(
                FigureText
                    .Edit(value)
                    .Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)
            ),
            _ => $"{FigureText.Edit(value)}万元",
        };

    private IRenderedComponent<FigureInput> Draw(bool mayBeEmpty = false) =>
        Render<FigureInput>(p =>
            p.AddCascadingValue(_unread)
                .Add(f => f.Key, Key)
                .Add(f => f.Label, "人员")
                .Add(f => f.Range, new FigureRange(10_000, 2, "人", "persons"))
                .Add(f => f.Value, _value)
                .Add(f => f.ValueChanged, (decimal? v) => _value = v)
                .Add(f => f.MayBeEmpty, mayBeEmpty)
        );
}
