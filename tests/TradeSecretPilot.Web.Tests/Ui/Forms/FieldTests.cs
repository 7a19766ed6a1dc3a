using Bunit;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Forms;

namespace TradeSecretPilot.Web.Tests.Ui.Forms;

public sealed class FieldTests : ChineseContext
{
    [Theory]
    [InlineData(9, "9 / 10字", null)]
    [InlineData(10, "10 / 10字", null)]
    [InlineData(22, "22 / 10字", "超出12字，请精简到10字以内。")]
    public void Text_BeyondTheLimit_StaysWhole_AndSaysByHowMuch(
        int length,
        string count,
        string? error
    )
    {
        var field = Draw(new string('示', length - 1) + "👍");

        Assert.Equal(count, field.Find(".count .num").TextContent);
        Assert.Equal(error is not null, field.Find(".count .num").ClassList.Contains("bad"));
        Assert.Equal(error, field.FindAll(".errmsg").SingleOrDefault()?.TextContent);
        var input = field.Find("input");
        Assert.Equal(error is null ? null : "true", input.GetAttribute("aria-invalid"));
        if (error is not null)
        {
            Assert.Contains(
                field.Find(".errmsg").Id!,
                input.GetAttribute("aria-describedby"),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Text_WithACharacterOfNoFont_SaysWhich() =>
        Assert.Equal(
            "有无法显示和打印的字符“ก”（U+0E01），请改写。",
            Draw("姓名ก").Find(".errmsg").TextContent
        );

    private IRenderedComponent<Field> Draw(string text) =>
        Render<Field>(p =>
            p.Add(f => f.Label, "工作基础")
                .Add(f => f.Text, text)
                .Add(f => f.Max, 10)
                .Add(
                    f => f.ChildContent,
                    context =>
                        builder =>
                        {
                            builder.OpenElement(0, "input");
                            builder.AddMultipleAttributes(1, context.Attributes);
                            builder.CloseElement();
                        }
                )
        );
}
