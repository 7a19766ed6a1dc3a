using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>Orders the province's recommendations; what is not named has no place and stays behind.</summary>
public sealed class RankApplications(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId, IReadOnlyList<Guid> Order);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindCallAsync(input.BatchId, ct) is not var (call, _))
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        var recommended = await session.RecommendedAsync(input.BatchId, ct);
        if (call.Rank(recommended, input.Order).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(call.Act("Ranked") with { Audience = Audience.Provincial });
        return await session.SaveAsync(ct);
    }
}
