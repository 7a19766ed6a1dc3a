using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>What regions and SAMR are told of what a province decides.</summary>
internal static class ReviewMessages
{
    public sealed record Returned(Application Application, Deadline Submission)
        : Message(
            new(
                $"您单位的工作方案被退回修改，请于{BeijingTime.DeadlineZh(Submission.At)}前重新提交：{Application.Reason}",
                $"Your work plan was returned. Resubmit by {BeijingTime.DeadlineEn(Submission.At)}: {Application.Reason}"
            ),
            $"/applications/{Application.Id}/edit"
        );

    public sealed record Declined(Application Application)
        : Message(
            new(
                $"您单位的申报未获推荐：{Application.Reason}",
                $"Your application was not recommended: {Application.Reason}"
            ),
            $"/applications/{Application.Id}"
        );

    public sealed record Extended(Guid ApplicationId, DateTimeOffset Until)
        : Message(
            new(
                $"您单位的提交截止时间延至{BeijingTime.DeadlineZh(Until)}。",
                $"Your submission deadline is extended to {BeijingTime.DeadlineEn(Until)}."
            ),
            $"/applications/{ApplicationId}"
        );

    /// <summary>The province's letter has gone without it.</summary>
    public sealed record LeftOut(Application Application)
        : Message(
            new(
                $"本省已向市场监管总局上报，您单位的申报未列入本次上报：{Application.Reason}",
                "Your province has forwarded its letter; your application was not part of it."
            ),
            $"/applications/{Application.Id}"
        );

    public sealed record Forwarded(Guid ApplicationId)
        : Message(
            new(
                "您单位的工作方案已由省级市场监管部门上报市场监管总局。",
                "Your provincial regulator has forwarded your work plan to SAMR."
            ),
            $"/applications/{ApplicationId}"
        );

    public sealed record LetterSent(Batch Batch, string? OrganizationName, ProvincialCall Call)
        : Message(
            new(
                $"{OrganizationName}上报{Call.ForwardedCount}个地区，{Call.LetterNumber}。",
                $"{OrganizationName} forwarded {Call.ForwardedCount} region(s), {Call.LetterNumber}."
            ),
            BatchPage.Of("/forwarding", Batch)
        );

    public sealed record DeadlineSet(Batch Batch, DateTimeOffset Deadline)
        : Message(
            new(
                $"{Batch.NameZh}：本省申报截止时间为{BeijingTime.DeadlineZh(Deadline)}。",
                $"{Batch.NameEn}: the deadline of your province is {BeijingTime.DeadlineEn(Deadline)}."
            ),
            BatchPage.Of("/applications", Batch)
        );
}
