using Bunit;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Components;

public sealed class FieldTests : ChineseContext
{
    [Theory]
    [InlineData(9, "9 / 10字", false)]
    [InlineData(10, "10 / 10字，已到上限，多出的文字没有填入", true)]
    [InlineData(11, "11 / 10字", true)]
    public void Count_AtTheLimit_SaysThatTheRestWasLeftOut(int length, string text, bool warns)
    {
        var count = Render<Field>(p =>
                p.Add(f => f.Label, "工作基础")
                    .Add(f => f.Length, length)
                    .Add(f => f.Max, 10)
                    .Add(f => f.ChildContent, _ => "")
            )
            .Find(".count .num");

        Assert.Equal(text, count.TextContent);
        Assert.Equal(warns, count.ClassList.Contains("bad"));
    }
}
