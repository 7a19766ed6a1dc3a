using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>回避: the plan is closed to the expert for good, and the working group is told to find another.</summary>
public sealed class RecuseFromAssignment(PilotSessions sessions)
{
    /// <param name="Seen">Where the assignment stood.</param>
    public sealed record Input(Guid SheetId, string Reason, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        if (await session.FindOwnSheetAsync(input.SheetId, ct) is not { } found)
        {
            return AppraisalRefusals.NotFound();
        }

        session.Expect(input.Seen, Seen.Of(found.Sheet.Status));
        if (found.Sheet.Recuse(input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(found.Act(Act.ApplicationExpertRecused, found.Sheet.RecusalReason));
        session.Notify(
            Recipients.WorkingGroup,
            new AppraisalMessages.Recused(found.Batch.Number, session.Actor.Name, found.RegionName)
        );
        return await session.SaveAsync(ct);
    }
}
