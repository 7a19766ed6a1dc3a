namespace TradeSecretPilot.Web.Pages.Public;

/// <summary>A date of the plan on the public timeline.</summary>
/// <param name="At">The instant, UTC; for a deadline the end of the named day in Beijing.</param>
/// <param name="EndsDay">The named day is open to its end: shown as 24:00 of that day.</param>
/// <param name="Text">Chinese text, the key of its translation.</param>
public sealed record KeyDate(DateTimeOffset At, bool EndsDay, string Text);

/// <summary>Where the programme stands on a given day.</summary>
/// <param name="Name">The stage, a key of translation.</param>
/// <param name="Next">The next date, or null after the last.</param>
/// <param name="Task">What is due then.</param>
/// <param name="Actor">Who has to act.</param>
public sealed record ProgrammeStage(string Name, KeyDate? Next, string Task, string Actor);

/// <summary>The dates that the plan of 2 March 2022 names for the first batch: application and selection, then three years.</summary>
public static class ProgrammeCalendar
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static KeyDate Issued { get; } = new(Start(2022, 3, 2), false, "印发工作方案");

    public static KeyDate Forwarding { get; } = new(End(2022, 5, 15), true, "省级上报截止");

    public static KeyDate Publication { get; } = new(End(2022, 6, 30), true, "公布时限");

    public static KeyDate Launch { get; } = new(Start(2022, 7, 1), false, "全面启动");

    /// <summary>The six half-year reports; the last day of the sixth ends the pilot.</summary>
    public static IReadOnlyList<KeyDate> Reports { get; } =
    [
        new(End(2022, 12, 31), true, "第1次报送"),
        new(End(2023, 6, 30), true, "第2次"),
        new(End(2023, 12, 31), true, "第3次"),
        new(End(2024, 6, 30), true, "第4次"),
        new(End(2024, 12, 31), true, "第5次"),
        new(End(2025, 6, 30), true, "第6次，试点期满"),
    ];

    /// <summary>The end of the three years.</summary>
    public static DateTimeOffset Conclusion => Reports[^1].At;

    /// <param name="now">UTC.</param>
    /// <param name="forwardingUntil">UTC; where an extension for all moved the deadline of forwarding.</param>
    public static ProgrammeStage StageAt(DateTimeOffset now, DateTimeOffset? forwardingUntil = null)
    {
        var forwarding =
            forwardingUntil > Forwarding.At
                ? Forwarding with
                {
                    At = forwardingUntil.Value,
                }
                : Forwarding;
        if (now < forwarding.At)
        {
            return new(
                "试点申报",
                forwarding,
                "省级市场监管部门初步审核后择优上报总局",
                "地方政府提出申请，省级市场监管部门审核上报"
            );
        }

        if (now < Launch.At)
        {
            return new(
                "评估论证与遴选",
                Publication,
                "公布第一批创新试点地区",
                "市场监管总局组织专家评估论证，选择15—20个地区"
            );
        }

        var report = Reports.FirstOrDefault(r => now < r.At);
        if (report is null)
        {
            return new(
                "试点期满",
                null,
                "总结好经验好做法",
                "市场监管总局、省级市场监管部门和试点地区"
            );
        }

        var year =
            now < Reports[1].At ? "试点实施，第一年"
            : now < Reports[3].At ? "试点实施，第二年"
            : "试点实施，第三年";
        return new(
            year,
            report,
            "创新试点工作进展情况报送",
            "试点地区，报送总局和所在地省级市场监管部门"
        );
    }

    private static DateTimeOffset Start(int year, int month, int day) =>
        new(year, month, day, 0, 0, 0, Beijing);

    private static DateTimeOffset End(int year, int month, int day) =>
        Start(year, month, day).AddDays(1);
}
