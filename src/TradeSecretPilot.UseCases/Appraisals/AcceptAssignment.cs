using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>The expert declares no conflict; from here the plan is open to the expert.</summary>
public sealed class AcceptAssignment(PilotSessions sessions)
{
    public sealed record Input(Guid SheetId);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        if (await session.FindOwnSheetAsync(input.SheetId, ct) is not { } found)
        {
            return AppraisalRefusals.NotFound();
        }

        if (found.Sheet.Accept().Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(found.Act("AssignmentAccepted"));
        return await session.SaveAsync(ct);
    }
}
