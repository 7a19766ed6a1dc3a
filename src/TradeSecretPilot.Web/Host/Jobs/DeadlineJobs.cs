using Hangfire;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.Web.Host.Jobs;

/// <summary>
/// The deadline sweep, one job for each of its matters, so that each deadline is seen being enforced and can be run by hand. A
/// failed run is not repeated: the next minute's is the repetition.
/// </summary>
[Queue(JobQueues.Deadlines)]
[AutomaticRetry(Attempts = 0)]
[KeepRuns]
public sealed class DeadlineJobs(
    CurrentActor actor,
    SweepMatter sweep,
    ILogger<DeadlineJobs> logger
)
{
    [JobName(
        "恢复申报：期限延长后，恢复已失效的申报",
        "Reinstatement: gives lapsed applications back after an extension"
    )]
    public Task<int> ReinstateAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.Reinstatements, ct);

    [JobName(
        "提交提醒：申报截止（5月15日或本省、本件期限）前提醒尚未提交的地区",
        "Submission reminders: before 15 May, or the own deadline, to regions that have not submitted"
    )]
    public Task<int> RemindOfSubmissionAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.SubmissionReminders, ct);

    [JobName(
        "上报提醒：5月15日前提醒尚未上报的省份",
        "Forwarding reminders: before 15 May, to provinces that have not forwarded"
    )]
    public Task<int> RemindOfForwardingAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.ForwardingReminders, ct);

    [JobName(
        "申报失效：5月15日（或本省、本件期限）24时仍未提交的草稿失效",
        "Lapse: drafts not submitted by the end of 15 May, or of their own deadline"
    )]
    public Task<int> LapseDraftsAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.DraftLapses, ct);

    [JobName(
        "上报截止：5月15日（或延期后）24时关闭各省上报",
        "Forwarding closes: at the end of 15 May, or of the last extension"
    )]
    public Task<int> CloseForwardingAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.ForwardingClosures, ct);

    [JobName(
        "评分提醒：评分截止日前及逾期后提醒尚未交回评分表的专家",
        "Scoring reminders: before and after the panel's day, to experts whose sheets are open"
    )]
    public Task<int> RemindOfScoringAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.ScoringReminders, ct);

    [JobName(
        "公布预警：6月底名单尚未公布的，提醒工作专班",
        "Publication alarm: the list is not published at the end of June"
    )]
    public Task<int> AlarmPublicationAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.PublicationAlarms, ct);

    [JobName(
        "试点启动：到启动日期，建立试点和全部报送义务",
        "Launch: starts the pilots and their report obligations on the first day"
    )]
    public Task<int> LaunchPilotsAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.PilotLaunches, ct);

    [JobName(
        "开始报送：6月底、12月底报告的报送窗口打开",
        "Report calls: the filing windows of the reports of end of June and December open"
    )]
    public Task<int> CallReportsAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.ReportCalls, ct);

    [JobName(
        "报送提醒：6月底、12月底前及逾期后提醒报送",
        "Report reminders: before and after the end of June and December"
    )]
    public Task<int> RemindOfReportsAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.ReportReminders, ct);

    [JobName(
        "缺报登记：6月底、12月底24时仍未报送的记为缺报",
        "Missing reports: not filed by the end of June or December"
    )]
    public Task<int> MarkMissingReportsAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.MissingReports, ct);

    [JobName("试点期满：试点周期结束", "Conclusion: the pilots end with their last day")]
    public Task<int> ConcludePilotsAsync(CancellationToken ct) =>
        RunAsync(DeadlineMatter.PilotConclusions, ct);

    private async Task<int> RunAsync(DeadlineMatter matter, CancellationToken ct)
    {
        actor.ActAsJob(DeadlineSweep.Job);
        var swept = await sweep.ExecuteAsync(new(matter), ct);
        var done = swept.Done + swept.Before;
        if (done > 0)
        {
            logger.LogInformation(
                "Deadlines: {Matter} {Done} done, {Before} before it",
                matter,
                swept.Done,
                swept.Before
            );
        }

        return done;
    }
}
