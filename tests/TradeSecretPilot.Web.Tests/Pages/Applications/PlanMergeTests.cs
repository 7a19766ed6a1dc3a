using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Pages.Applications;

namespace TradeSecretPilot.Web.Tests.Pages.Applications;

public sealed class PlanMergeTests
{
    private static readonly Measure First = Of(1, "甲");
    private static readonly Measure Second = Of(2, "乙");
    private static readonly WorkPlan Start = new()
    {
        Foundation = "基础",
        Approach = "思路",
        Measures = [First, Second],
        Support = [new SupportLine { Year = 2022, Staff = 3 }],
    };

    [Fact]
    public void Merge_NothingOfMine_IsTheirsItself_SoThatNothingIsLeftToSave()
    {
        var theirs = Start with { Foundation = "对方的" };

        Assert.Same(theirs, PlanMerge.Of(Start, Start, theirs).Plan);
    }

    [Fact]
    public void Merge_DifferentFields_KeepsBoth()
    {
        var merged = Merge(
            Start,
            Start with
            {
                Foundation = "我的基础",
            },
            Start with
            {
                Approach = "对方的思路",
            }
        );

        Assert.Equal("我的基础", merged.Foundation);
        Assert.Equal("对方的思路", merged.Approach);
    }

    [Fact]
    public void Merge_SameMeasure_MergesItsFields()
    {
        var merged = Merge(
            Start,
            Start with
            {
                Measures = [First with { Target = "指引1件" }, Second],
            },
            Start with
            {
                Measures = [First with { ResponsibleUnit = "市局" }, Second],
            }
        );

        Assert.Equal("指引1件", merged.Measures[0].Target);
        Assert.Equal("市局", merged.Measures[0].ResponsibleUnit);
    }

    [Fact]
    public void Merge_BothAdded_KeepsBothMeasures()
    {
        var merged = Merge(
            Start,
            Start with
            {
                Measures = [First, Second, Of(3, "我加的")],
            },
            Start with
            {
                Measures = [First, Second, Of(4, "对方加的")],
            }
        );

        Assert.Equal(["甲", "乙", "对方加的", "我加的"], merged.Measures.Select(m => m.Title));
    }

    [Fact]
    public void Merge_TheyRemovedWhatIChanged_KeepsMine()
    {
        var merged = Merge(
            Start,
            Start with
            {
                Measures = [First with { Title = "甲改" }, Second],
            },
            Start with
            {
                Measures = [Second],
            }
        );

        Assert.Contains(merged.Measures, m => m.Title == "甲改");
    }

    [Fact]
    public void Merge_IRemovedWhatTheyLeft_RemovesIt()
    {
        var merged = Merge(Start, Start with { Measures = [Second] }, Start);

        Assert.Equal([Second], merged.Measures);
    }

    [Fact]
    public void Merge_IReordered_KeepsMyOrder()
    {
        var merged = Merge(Start, Start with { Measures = [Second, First] }, Start);

        Assert.Equal([Second, First], merged.Measures);
    }

    private static Measure Of(int number, string title) =>
        new() { Id = new Guid(number, 0, 0, new byte[8]), Title = title };

    [Fact]
    public void Of_SentencesOfOneText_KeepsBoth()
    {
        var start = new WorkPlan { Foundation = "第一句。第二句。第三句。" };

        var merge = PlanMerge.Of(
            start,
            start with
            {
                Foundation = "第一句，改过。第二句。第三句。",
            },
            start with
            {
                Foundation = "第一句。第二句。第三句，对方改过。",
            }
        );

        Assert.False(merge.IsContested);
        Assert.Equal("第一句，改过。第二句。第三句，对方改过。", merge.Plan.Foundation);
    }

    [Fact]
    public void Of_TheSameSentence_IsContestedAndHoldsMine()
    {
        var start = new WorkPlan { Foundation = "第一句。第二句。" };

        var merge = PlanMerge.Of(
            start,
            start with
            {
                Foundation = "第一句，我的。第二句。",
            },
            start with
            {
                Foundation = "第一句，对方的。第二句。",
            }
        );

        Assert.True(merge.IsContested);
        Assert.Equal("第一句，我的。第二句。", merge.Plan.Foundation);
    }

    private static WorkPlan Merge(WorkPlan start, WorkPlan mine, WorkPlan theirs) =>
        PlanMerge.Of(start, mine, theirs).Plan;
}
