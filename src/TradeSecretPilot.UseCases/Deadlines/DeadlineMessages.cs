using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>What people are told of what fell due, or soon will.</summary>
internal static class DeadlineMessages
{
    /// <param name="What">What is due, by its kind.</param>
    /// <param name="Times">How often it was refused.</param>
    public sealed record Stalled(Term What, DateTimeOffset DueAt, int Times, string Reason)
        : Message(
            new(
                $"到期事项“{What.Zh}”（应于{BeijingTime.DeadlineZh(DueAt)}办理）已{Times}次未能办理，原因代码{Reason}。请到“运行情况—运行状况”查看，并尽快查明。",
                $"“{What.En}”, due {BeijingTime.DeadlineEn(DueAt)}, was refused {Times} times ({Reason}). See Operations, Health, and find out why."
            ),
            "/admin/operations?view=health"
        );

    public sealed record SubmissionReminder(Guid ApplicationId)
        : Message(
            new(
                "创新试点工作方案尚未提交，请留意截止时间。",
                "Your work plan is not submitted yet. Mind the deadline."
            ),
            $"/applications/{ApplicationId}"
        );

    public sealed record ForwardingReminder(Batch Batch)
        : Message(
            new(
                $"{Batch.NameZh}：本省尚未向市场监管总局上报，请留意上报截止时间。",
                $"{Batch.NameEn}: your province has not forwarded yet. Mind the forwarding deadline."
            ),
            BatchPage.Of("/ranking", Batch)
        );

    public sealed record ReportReminder(Guid ReportId, int Ordinal, DateTimeOffset DueAt)
        : Message(
            new(
                $"第{Ordinal}期进展情况报告请于{BeijingTime.DeadlineZh(DueAt)}前报送。",
                $"File progress report {Ordinal} by {BeijingTime.DeadlineEn(DueAt)}."
            ),
            $"/reports/{ReportId}/edit"
        );

    public sealed record ReportStillMissing(Guid ReportId, int Ordinal)
        : Message(
            new(
                $"第{Ordinal}期进展情况报告逾期未报，请尽快补报。",
                $"Progress report {Ordinal} is overdue. File it as soon as you can."
            ),
            $"/reports/{ReportId}/edit"
        );

    /// <param name="Sheets">Those of this expert that are not submitted.</param>
    public sealed record ScoringReminder(
        string BatchZh,
        string BatchEn,
        int Sheets,
        DateTimeOffset DueAt,
        DateTimeOffset Now
    )
        : Message(
            Deadline.HasPassed(DueAt, Now)
                ? new(
                    $"{BatchZh}：您还有{Sheets}份评分表没有提交，评分截止日{BeijingTime.DeadlineZh(DueAt)}已过，请尽快评分。",
                    $"{BatchEn}: {Sheets} of your score sheet(s) are open; scores were due {BeijingTime.DeadlineEn(DueAt)}. Score as soon as you can."
                )
                : new(
                    $"{BatchZh}：您还有{Sheets}份评分表没有提交，请于{BeijingTime.DeadlineZh(DueAt)}前评分。",
                    $"{BatchEn}: {Sheets} of your score sheet(s) are open. Score by {BeijingTime.DeadlineEn(DueAt)}."
                ),
            "/scoring"
        );

    /// <summary>For the working group.</summary>
    public sealed record ScoringOverdue(
        int BatchNumber,
        string BatchZh,
        string BatchEn,
        int Experts,
        int Sheets
    )
        : Message(
            new(
                $"{BatchZh}评分截止日已过，{Experts}位专家还有{Sheets}份评分表没有提交。可以催办，或者收回后另派专家。",
                $"{BatchEn}: scoring is overdue. {Experts} expert(s) still owe {Sheets} sheet(s). Urge them, or take plans back."
            ),
            BatchPage.Of("/appraisal", BatchNumber)
        );

    /// <summary>For the addressees.</summary>
    public sealed record ReportOverdue(Guid ReportId, string RegionName, int Ordinal)
        : Message(
            new(
                $"{RegionName}第{Ordinal}期进展情况报告逾期未报。",
                $"{RegionName}: progress report {Ordinal} is overdue."
            ),
            $"/reports/{ReportId}"
        );

    public sealed record ReportCalled(ReportObligation Report)
        : Message(
            new(
                $"第{Report.Ordinal}期进展情况报告可以报送，截止{BeijingTime.DeadlineZh(Report.DueAt)}。",
                $"Progress report {Report.Ordinal} can be filed until {BeijingTime.DeadlineEn(Report.DueAt)}."
            ),
            $"/reports/{Report.Id}/edit"
        );

    public sealed record ReportMissing(ReportObligation Report)
        : Message(
            new(
                $"第{Report.Ordinal}期进展情况报告已逾期，请尽快补报。",
                $"Progress report {Report.Ordinal} is overdue. File it as soon as you can."
            ),
            $"/reports/{Report.Id}/edit"
        );

    public sealed record DraftLapsed(Guid ApplicationId)
        : Message(
            new(
                "申报截止时间已过，您单位的申报未提交，已失效。内容完整保留。",
                "The deadline has passed; your application was not submitted and has lapsed. Its content is kept."
            ),
            $"/applications/{ApplicationId}"
        );

    public sealed record LeftOut(Guid ApplicationId)
        : Message(
            new(
                "本省已向市场监管总局上报，您单位的申报未列入本次上报，已失效。内容完整保留。",
                "Your province has forwarded its letter; your application was not part of it and has lapsed. Its content is kept."
            ),
            $"/applications/{ApplicationId}"
        );

    public sealed record Reinstated(Guid ApplicationId, Deadline Submission)
        : Message(
            new(
                $"因延期，您单位的申报已恢复，可在{BeijingTime.DeadlineZh(Submission.At)}前提交。",
                $"Thanks to an extension your application is open again; submit it by {BeijingTime.DeadlineEn(Submission.At)}."
            ),
            $"/applications/{ApplicationId}"
        );

    public sealed record ForwardingClosed(Batch Batch)
        : Message(
            new(
                $"{Batch.NameZh}上报已截止，可以组织专家评估。",
                $"{Batch.NameEn}: forwarding has closed. The appraisal can begin."
            ),
            BatchPage.Of("/appraisal", Batch)
        );

    public sealed record PublicationOverdue(Batch Batch)
        : Message(
            new(
                $"{Batch.NameZh}公布时限{BeijingTime.DeadlineZh(Batch.PublishBy)}已过，名单尚未公布。公布时须说明理由。",
                $"{Batch.NameEn}: the publication date {BeijingTime.DeadlineEn(Batch.PublishBy)} has passed. A reason is needed to publish."
            ),
            BatchPage.Of("/announcement", Batch)
        );

    public sealed record PilotStarted(Pilot Pilot)
        : Message(
            new(
                $"试点正式启动，周期至{Pilot.EndsOn.Year}年{Pilot.EndsOn.Month}月{Pilot.EndsOn.Day}日，每年6月底、12月底报送进展情况。",
                "The pilot has started. Progress reports are due at the end of every June and December."
            ),
            $"/pilots/{Pilot.Id}"
        );
}
