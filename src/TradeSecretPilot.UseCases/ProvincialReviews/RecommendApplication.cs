using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>推荐: a complete checklist without a failure, and an opinion that goes up with the letter.</summary>
public sealed class RecommendApplication(PilotSessions sessions)
{
    public sealed record Input(
        Guid ApplicationId,
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings,
        string Opinion
    );

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

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

        session.Did(application.Act("Recommended", Audience.Everyone, input.Opinion.Trim()));
        return await session.SaveAsync(ct);
    }
}
