using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Web.Pages.Batches;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.Batches;

/// <summary>Below each date stands what kind of day it is, and what that means for the batch.</summary>
public sealed class BatchBasicsTests : ControlContext
{
    private const string Forwarding = "省级上报截止日";
    private const string Publication = "公布时限";

    [Fact]
    public void Dates_OfTheFirstBatch_SayWhatDayTheyAre()
    {
        var basics = Basics(First());

        Assert.Equal("周三，工作日；2022-03-02 00:00:00 起", Hint(basics, "受理起始日"));
        Assert.Equal(
            "周日，休息日；本批次不顺延；2022-05-16 00:00:00 起不再受理",
            Hint(basics, Forwarding)
        );
        Assert.Equal("周四，工作日；2022-07-01 00:00:00 起公布即为逾期", Hint(basics, Publication));
        Assert.Equal("周五，工作日；2022-07-01 00:00:00 起", Hint(basics, "试点启动日"));
        Assert.Equal("周一，工作日；2025-07-01 00:00:00 期满", Hint(basics, "试点期满日"));
        Assert.Empty(basics.FindAll(".warnmsg"));
    }

    [Theory]
    [InlineData(
        "2022-05-02",
        "周一，劳动节假期，顺延至2022年5月5日（周四）；2022-05-06 00:00:00 起不再受理"
    )]
    [InlineData(
        "2022-05-15",
        "周日，休息日，顺延至2022年5月16日（周一）；2022-05-17 00:00:00 起不再受理"
    )]
    [InlineData("2022-05-07", "周六，调休上班；2022-05-08 00:00:00 起不再受理")]
    [InlineData("2022-05-13", "周五，工作日；2022-05-14 00:00:00 起不再受理")]
    public void Deadline_OfABatchThatRolls_SaysWhereItRollsTo(string day, string hint)
    {
        var draft = First();
        (draft.RollsToWorkingDay, draft.ForwardBy) = (true, Day(day));

        Assert.Equal(hint, Hint(Basics(draft), Forwarding));
    }

    [Fact]
    public void Deadline_InEnglish_SaysTheSame()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("en");
        var draft = First();
        (draft.RollsToWorkingDay, draft.ForwardBy) = (true, Day("2022-05-02"));

        Assert.Equal(
            "Monday: Labour Day holiday, rolled to Thu 5 May 2022; Nothing is accepted from 2022-05-06 00:00:00 on",
            Hint(Basics(draft), "Last day to forward")
        );
    }

    [Theory]
    [InlineData(
        true,
        "周六，休息日，顺延至2031年5月5日（周一）；2031-05-06 00:00:00 起不再受理",
        "没有收录2031年放假安排（国务院通常在上一年末公布），只按周末推算顺延；收录后、开始受理前请再核对。"
    )]
    [InlineData(
        false,
        "周六，休息日；本批次不顺延；2031-05-04 00:00:00 起不再受理",
        "没有收录2031年放假安排（国务院通常在上一年末公布），只按周末推算。"
    )]
    public void Deadline_BeyondTheKnownYears_IsWarnedOf(bool rolls, string hint, string warning)
    {
        var draft = First();
        (draft.RollsToWorkingDay, draft.ForwardBy) = (rolls, Day("2031-05-03"));

        var field = FieldOf(Basics(draft), Forwarding);

        Assert.Equal(hint, field.QuerySelector(".count")!.TextContent.Trim());
        Assert.Equal(warning, field.QuerySelector(".warnmsg")!.TextContent.Trim());
        Assert.Contains(
            field.QuerySelector(".warnmsg")!.Id!,
            field.QuerySelector("input")!.GetAttribute("aria-describedby"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Days_BeyondTheKnownYears_AreNotCalledWorkingDays()
    {
        var draft = First();
        (draft.PilotStartsOn, draft.PilotEndsOn) = (Day("2021-12-31"), Day("2031-12-31"));
        // A Thursday: nothing rolls, but it may turn out to be a day of rest.
        draft.PublishBy = Day("2031-05-01");

        var basics = Basics(draft);

        Assert.Equal(
            "周五（没有收录2021年放假安排）；2021-12-31 00:00:00 起",
            Hint(basics, "试点启动日")
        );
        Assert.Equal(
            "周三（没有收录2031年放假安排）；2032-01-01 00:00:00 期满",
            Hint(basics, "试点期满日")
        );
        Assert.Equal("周四；2031-05-02 00:00:00 起公布即为逾期", Hint(basics, Publication));
        Assert.Equal(
            "没有收录2031年放假安排（国务院通常在上一年末公布），只按周末推算。",
            basics.Find(".warnmsg").TextContent.Trim()
        );
    }

    [Fact]
    public void Rolling_NamesTheYearsItKnows() =>
        Assert.Contains(
            "国务院办公厅放假安排（2022—2026年）",
            Basics(First()).Find("p.hint").TextContent,
            StringComparison.Ordinal
        );

    private static BatchDraft First()
    {
        var draft = BatchDraft.Empty(1);
        draft.Take(FirstBatch.Settings);
        return draft;
    }

    private IRenderedComponent<BatchBasics> Basics(BatchDraft draft) =>
        Draw<BatchBasics>(p => p.Add(b => b.Draft, draft));

    private static string Hint(IRenderedComponent<BatchBasics> basics, string label) =>
        FieldOf(basics, label).QuerySelector(".count")!.TextContent.Trim();

    private static IElement FieldOf(IRenderedComponent<BatchBasics> basics, string label) =>
        basics.FindAll(".field").Single(f => f.QuerySelector("label")?.TextContent.Trim() == label);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
