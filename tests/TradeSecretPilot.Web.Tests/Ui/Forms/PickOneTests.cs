using Bunit;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Forms;

namespace TradeSecretPilot.Web.Tests.Ui.Forms;

/// <summary>One of many, by typing and by keys; nothing that is not in the list.</summary>
public sealed class PickOneTests : ControlContext
{
    private static readonly Choice[] Regions =
    [
        new("1", "示例甲市"),
        new("2", "示例乙市"),
        new("3", "示例丙县"),
    ];

    private Choice? _picked;

    [Fact]
    public void Shown_IsANamedCombobox()
    {
        var input = Pick().Find("input");

        Assert.Equal("combobox", input.GetAttribute("role"));
        Assert.Equal("region", input.Id);
        Assert.Equal("region-hint region-says", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-required"));
    }

    [Fact]
    public void Typed_Part_ListsWhatHoldsIt_AndEnterPicksIt()
    {
        var pick = Pick();

        pick.Find("input").Input("乙");
        Clock.Advance(TimeSpan.FromSeconds(1));
        Host.WaitForAssertion(() =>
            Assert.Equal(
                "示例乙市",
                Assert.Single(Host.FindAll("[role=option]")).TextContent.Trim()
            )
        );
        pick.Find("input").KeyDown("Enter");
        pick.Find("input").KeyUp("Enter");

        Assert.Equal(Regions[1], _picked);
        pick.WaitForAssertion(() =>
            Assert.Equal("示例乙市", pick.Find("input").GetAttribute("value"))
        );
    }

    [Fact]
    public void Typed_WhatIsNotThere_SaysSo_AndPicksNothing()
    {
        var pick = Pick();

        pick.Find("input").Input("丁");
        Clock.Advance(TimeSpan.FromSeconds(1));

        Host.WaitForAssertion(() =>
            Assert.Contains("没有符合条件的", Host.Markup, StringComparison.Ordinal)
        );
        pick.Find("input").KeyDown("Tab");
        Assert.Null(_picked);
    }

    [Fact]
    public void Listed_Off_IsShownButNotPicked()
    {
        var pick = Pick(isOff: c => c.Value == "2");

        pick.Find("input").Input("乙");
        Clock.Advance(TimeSpan.FromSeconds(1));
        Host.WaitForAssertion(() =>
            Assert.Contains(
                "mud-list-item-disabled",
                Assert.Single(Host.FindAll("[role=option]")).ClassList
            )
        );
        pick.Find("input").KeyDown("Enter");

        Assert.Null(_picked);
    }

    private IRenderedComponent<PickOne<Choice>> Pick(Func<Choice, bool>? isOff = null) =>
        Draw<PickOne<Choice>>(p =>
            p.Add(
                    c => c.Field,
                    new FieldContext(
                        "region",
                        new Dictionary<string, object>
                        {
                            ["aria-describedby"] = "region-hint",
                            ["aria-required"] = "true",
                        }
                    )
                )
                .Add(c => c.Value, _picked)
                .Add(c => c.ValueChanged, c => _picked = c)
                .Add(c => c.Search, Searches.Among(Regions, c => c.Text))
                .Add(c => c.Text, c => c.Text)
                .Add(c => c.IsOff, isOff)
        );
}
