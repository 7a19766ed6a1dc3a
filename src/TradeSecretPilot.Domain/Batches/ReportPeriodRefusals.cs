using System.Globalization;

namespace TradeSecretPilot.Domain.Batches;

/// <summary>What is wrong with the report periods of a batch, and where.</summary>
public static class ReportPeriodRefusals
{
    public static Refusal Missing() =>
        new(
            RefusalKind.InvalidInput,
            "ReportPeriods.Missing",
            "还没有报告期。请填写试点启动日和试点期满日，报告期由此推得。",
            "There is no report period yet. Give the first and last day of the pilots, from which the periods follow."
        );

    public static Refusal Invalid(ReportPeriod period) =>
        new(
            RefusalKind.InvalidInput,
            "ReportPeriods.Invalid",
            $"第{period.Ordinal}期（{Zh(period.StartsOn)}至{Zh(period.DueOn)}）有误：期次须从1起连续编号，起始日不晚于截止日。请改正。",
            $"Period {period.Ordinal} ({En(period.StartsOn)} to {En(period.DueOn)}) is wrong: periods are numbered from 1 without a break, and none ends before it starts. Correct it."
        );

    public static Refusal NotFromTheStart(ReportPeriod first, DateOnly start) =>
        new(
            RefusalKind.InvalidInput,
            "ReportPeriods.NotFromTheStart",
            $"第{first.Ordinal}期从{Zh(first.StartsOn)}起，而试点启动日是{Zh(start)}。请改为从试点启动日起。",
            $"Period {first.Ordinal} starts on {En(first.StartsOn)}, but the pilots start on {En(start)}. Let it start on that day."
        );

    /// <summary>Days between two periods that no report covers, or that two cover.</summary>
    public static Refusal NotAdjoining(ReportPeriod before, ReportPeriod after) =>
        before.DueOn < after.StartsOn
            ? Apart(
                $"第{before.Ordinal}期和第{after.Ordinal}期之间有空缺：{Days(before.DueOn.AddDays(1), after.StartsOn.AddDays(-1), Zh, "至")}不在任何一期内。",
                $"There is a gap between periods {before.Ordinal} and {after.Ordinal}: {Days(before.DueOn.AddDays(1), after.StartsOn.AddDays(-1), En, " to ")} belongs to none."
            )
            : Apart(
                $"第{before.Ordinal}期和第{after.Ordinal}期重叠：第{before.Ordinal}期到{Zh(before.DueOn)}为止，第{after.Ordinal}期却从{Zh(after.StartsOn)}起。",
                $"Periods {before.Ordinal} and {after.Ordinal} overlap: the former ends on {En(before.DueOn)}, the latter starts on {En(after.StartsOn)}."
            );

    public static Refusal NotToTheEnd(ReportPeriod last, DateOnly end) =>
        new(
            RefusalKind.InvalidInput,
            "ReportPeriods.NotToTheEnd",
            $"最后一期（第{last.Ordinal}期）到{Zh(last.DueOn)}为止，而试点期满日是{Zh(end)}。请改为到试点期满日为止。",
            $"The last period, {last.Ordinal}, ends on {En(last.DueOn)}, but the pilots end on {En(end)}. Let it end on that day."
        );

    private static Refusal Apart(string zh, string en) =>
        new(
            RefusalKind.InvalidInput,
            "ReportPeriods.NotAdjoining",
            $"{zh}请改为首尾相接。",
            $"{en} Let each start on the day after the one before."
        );

    private static string Days(
        DateOnly from,
        DateOnly to,
        Func<DateOnly, string> write,
        string until
    ) => from == to ? write(from) : $"{write(from)}{until}{write(to)}";

    private static string Zh(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string En(DateOnly day) =>
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
