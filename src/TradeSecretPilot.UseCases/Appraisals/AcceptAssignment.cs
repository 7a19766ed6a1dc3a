using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>The expert declares no conflict; from here the plan is open to the expert.</summary>
public sealed class AcceptAssignment(PilotSessions sessions)
{
    /// <param name="Seen">Where the assignment stood.</param>
    public sealed record Input(Guid SheetId, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        if (await session.FindOwnSheetAsync(input.SheetId, ct) is not { } found)
        {
            return AppraisalRefusals.NotFound();
        }

        session.Expect(input.Seen, Seen.Of(found.Sheet.Status));
        if (found.Sheet.Accept().Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(found.Act(Act.ApplicationAssignmentAccepted));
        return await session.SaveAsync(ct);
    }
}
