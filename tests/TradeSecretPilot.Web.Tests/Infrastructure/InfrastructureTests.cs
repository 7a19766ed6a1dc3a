using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

public sealed class InfrastructureTests : BunitContext
{
    [Fact]
    public void Click_Counter_RendersAnew()
    {
        var counter = Render<Counter>();

        counter.Find("button").Click();

        counter.MarkupMatches("<button   class=\"b a\">1</button>");
    }

    [Fact]
    public void MarkupMatches_OtherText_Fails() =>
        Assert.Throws<HtmlEqualException>(() =>
            Render<Counter>().MarkupMatches("<button class=\"a b\">7</button>")
        );

    private sealed class Counter : ComponentBase
    {
        private int _count;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "class", "a b");
            builder.AddAttribute(
                2,
                "onclick",
                EventCallback.Factory.Create<MouseEventArgs>(this, () => _count++)
            );
            builder.AddContent(3, _count);
            builder.CloseElement();
        }
    }
}
