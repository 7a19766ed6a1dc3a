using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>Orders the province's recommendations; what is not named has no place and stays behind.</summary>
public sealed class RankApplications(PilotSessions sessions)
{
    /// <param name="Seen">The list before it was put in this order: <see cref="GetProvincialCall.View.Seen"/>.</param>
    public sealed record Input(Guid BatchId, IReadOnlyList<Guid> Order, Seen Seen);

    /// <returns>What the list is now, to be ranked or forwarded next.</returns>
    public async Task<Result<Seen>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindCallAsync(input.BatchId, ct) is not var (call, _))
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        var recommended = await session.RecommendedAsync(input.BatchId, ct);
        session.Expect(input.Seen, GetProvincialCall.SeenOf(recommended));
        if (call.Rank(recommended, input.Order).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(call.Act(Act.ProvincialCallRanked) with { Audience = Audience.Provincial });
        return await session.SaveAsync(() => GetProvincialCall.SeenOf(recommended), ct);
    }
}
