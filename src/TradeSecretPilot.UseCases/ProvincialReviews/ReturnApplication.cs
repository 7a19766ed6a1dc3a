using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>退回修改: back to the region with a reason and comments anchored to fields.</summary>
public sealed class ReturnApplication(PilotSessions sessions)
{
    /// <param name="Seen">The version that was read and its review: <see cref="ReviewSeen.Of"/>.</param>
    public sealed record Input(
        Guid ApplicationId,
        string Reason,
        IReadOnlyList<ReturnComment> Comments,
        Seen Seen
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        if (found.Call.ForwardedAt is not null)
        {
            return ProvincialReviewRefusals.AlreadyForwarded(found.Call.LetterNumber!);
        }

        var application = found.Application;
        await session.ExpectReviewAsync(found, input.Seen, ct);
        if (
            application
                .Return(found.Submission, input.Reason, input.Comments, session.Now)
                .Refusal is
            { } refusal
        )
        {
            return refusal;
        }

        session.Record(
            application.Act(Act.ApplicationReturned, Audience.Everyone, application.Reason)
        );
        session.Notify(
            Recipients.Organization(application.OrganizationId),
            new ReviewMessages.Returned(application, found.Submission)
        );
        return await session.SaveAsync(ct);
    }
}
