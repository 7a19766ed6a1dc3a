using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>退回修改: back to the region with a reason and comments anchored to fields.</summary>
public sealed class ReturnApplication(PilotSessions sessions)
{
    public sealed record Input(
        Guid ApplicationId,
        string Reason,
        IReadOnlyList<ReturnComment> Comments
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        if (
            application
                .Return(found.Submission, input.Reason, input.Comments, session.Now)
                .Refusal is
            { } refusal
        )
        {
            return refusal;
        }

        session.Did(application.Act("Returned", Audience.Everyone, application.Reason));
        session.Tell(
            Recipients.Organization(application.OrganizationId),
            new Message(
                $"您单位的工作方案被退回修改，请于{BeijingTime.DeadlineZh(found.Submission.At)}前重新提交：{application.Reason}",
                $"Your work plan was returned. Resubmit by {BeijingTime.DeadlineEn(found.Submission.At)}: {application.Reason}",
                $"/applications/{application.Id}/edit"
            )
        );
        return await session.SaveAsync(ct);
    }
}
