using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>推荐: a complete checklist without a failure, and an opinion that goes up with the letter.</summary>
public sealed class RecommendApplication(PilotSessions sessions)
{
    /// <param name="Seen">The version that was read and its review: <see cref="ReviewSeen.Of"/>.</param>
    public sealed record Input(
        Guid ApplicationId,
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings,
        string Opinion,
        Seen Seen
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        await session.ExpectReviewAsync(found, input.Seen, ct);
        var review = await session.RecordReviewAsync(
            found,
            input.Findings,
            input.Opinion,
            null,
            ct
        );
        if ((review.Refusal ?? review.Value.RefuseRecommendation()) is { } notCarried)
        {
            return notCarried;
        }

        if (found.Call.ForwardedAt is not null)
        {
            return ProvincialReviewRefusals.AlreadyForwarded(found.Call.LetterNumber!);
        }

        var application = found.Application;
        if (application.Recommend(found.Forwarding, session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(
            application.Act(Act.ApplicationRecommended, Audience.Everyone, input.Opinion.Trim())
        );
        return await session.SaveAsync(ct);
    }
}
