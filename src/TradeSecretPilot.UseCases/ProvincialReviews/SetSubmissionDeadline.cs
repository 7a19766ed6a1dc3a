using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>The province sets its own deadline for its regions, never later than its forwarding deadline.</summary>
public sealed class SetSubmissionDeadline(PilotSessions sessions)
{
    /// <param name="Seen">The deadline that stood before.</param>
    /// <param name="Day">The last day, open through 24:00 Beijing time.</param>
    public sealed record Input(Guid BatchId, DateOnly Day, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideForProvince, ct);
        if (await session.FindCallAsync(input.BatchId, ct) is not var (call, batch))
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        session.Expect(input.Seen, Seen.Of(call.Submission(batch).At));
        var deadline = BeijingTime.EndOf(input.Day);
        if (call.SetSubmissionDeadline(batch, deadline, session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(call.Act(Act.ProvincialCallDeadlineSet, BeijingTime.DeadlineZh(deadline)));
        var regions = await session
            .Db.Organizations.Where(o => o.Kind == OrganizationKind.LocalGovernment)
            .Select(o => o.Id)
            .ToListAsync(ct);
        session.Notify(
            Recipients.Organizations(regions),
            new ReviewMessages.DeadlineSet(batch, deadline)
        );
        return await session.SaveAsync(ct);
    }
}
