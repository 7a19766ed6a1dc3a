using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform.Outbox;

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

    public sealed record LetterSent(string? OrganizationName, ProvincialCall Call)
        : Message(
            new(
                $"{OrganizationName}上报{Call.ForwardedCount}个地区，{Call.LetterNumber}。",
                $"{OrganizationName} forwarded {Call.ForwardedCount} region(s), {Call.LetterNumber}."
            ),
            "/forwarding"
        );

    public sealed record DeadlineSet(DateTimeOffset Deadline)
        : Message(
            new(
                $"本省申报截止时间为{BeijingTime.DeadlineZh(Deadline)}。",
                $"The deadline of your province is {BeijingTime.DeadlineEn(Deadline)}."
            ),
            "/applications"
        );
}
