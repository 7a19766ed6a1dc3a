using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Parts.Plans;

public sealed class PlanDocumentTests : BunitContext
{
    private static readonly Measure Guideline = new()
    {
        Id = Guid.NewGuid(),
        Title = "制定指引",
        SubTask = SubTask.RulesAndGuidelines,
        Target = "指引1件",
    };

    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public PlanDocumentTests()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        Services.AddSingleton<IStringLocalizer, PortalLocalizer>();
    }

    [Fact]
    public void Render_OnePart_ShowsNoOther()
    {
        var document = Render<PlanDocument>(p =>
            p.Add(d => d.Plan, new WorkPlan { Foundation = "已有基础。" })
                .Add(d => d.Part, PlanPart.Foundation)
        );

        Assert.Equal("一、基础和优势", document.Find("h2").TextContent);
        Assert.Single(document.FindAll("h2"));
    }

    [Fact]
    public void Render_WithPrevious_MarksWhatChanged()
    {
        var before = new WorkPlan { Measures = [Guideline] };
        var document = Render<PlanDocument>(p =>
            p.Add(d => d.Plan, before with { Measures = [Guideline with { Target = "指引2件" }] })
                .Add(d => d.Previous, before)
        );

        Assert.Equal("1", document.Find("del").TextContent);
        Assert.Equal("2", document.Find("ins").TextContent);
    }

    [Fact]
    public void Render_MeasureDroppedAndAdded_SaysSo()
    {
        var document = Render<PlanDocument>(p =>
            p.Add(d => d.Plan, new WorkPlan { Measures = [Guideline with { Id = Guid.NewGuid() }] })
                .Add(d => d.Previous, new WorkPlan { Measures = [Guideline] })
        );

        Assert.Contains("本版新增", document.Markup, StringComparison.Ordinal);
        Assert.Contains("本版已删除", document.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Comments_StandNumberedAtTheirFields()
    {
        var document = Render<PlanDocument>(p =>
            p.Add(d => d.Plan, new WorkPlan { Foundation = "基础。", Measures = [Guideline] })
                .Add(d => d.Marks, ["measure-1-target", "foundation"])
        );

        Assert.StartsWith(
            "1",
            document.Find($"mark #{ComparedText.MarkId(1)}").TextContent,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "2",
            document.Find($"p > #{ComparedText.MarkId(2)}").TextContent,
            StringComparison.Ordinal
        );
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = _before;
        base.Dispose(disposing);
    }
}
