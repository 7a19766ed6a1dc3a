using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>回避: the plan is closed to the expert for good, and the working group is told to find another.</summary>
public sealed class RecuseFromAssignment(PilotSessions sessions)
{
    public sealed record Input(Guid SheetId, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        if (await session.FindOwnSheetAsync(input.SheetId, ct) is not { } found)
        {
            return AppraisalRefusals.NotFound();
        }

        if (found.Sheet.Recuse(input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(found.Act("ExpertRecused", found.Sheet.RecusalReason));
        session.Tell(
            Recipients.WorkingGroup,
            new Message(
                $"{session.Actor.Name}申请回避{found.RegionName}的方案，请补派专家。",
                $"{session.Actor.Name} recused from the plan of {found.RegionName}. Assign another expert.",
                "/appraisal"
            )
        );
        return await session.SaveAsync(ct);
    }
}
