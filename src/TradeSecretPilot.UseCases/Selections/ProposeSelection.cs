using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>Puts the draft of the selection before the lead.</summary>
public sealed class ProposeSelection(PilotSessions sessions)
{
    /// <param name="Seen">Row version of the draft as read; what was changed since is not proposed.</param>
    public sealed record Input(Guid BatchId, Seen Seen);

    /// <param name="Version">Row version, on which the lead decides.</param>
    public sealed record View(int Version, int SelectedCount);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Stage < BatchStage.Selecting)
        {
            return SelectionRefusals.NotAppraised();
        }

        var selection = await session.FindSelectionAsync(batch.Id, ct);
        if (selection is null)
        {
            return SelectionRefusals.OutsideSeats(0, batch.MinSeats, batch.MaxSeats);
        }

        session.Expect(selection, input.Seen);

        var appraised = await session.ReadRankingAsync(batch.Id, ct);
        var proposed = selection.Propose(batch, appraised, session.Actor.Name);
        if (proposed.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        session.Record(
            batch.Act(Act.BatchSelectionProposed, $"{selection.SelectedCount}/{appraised.Count}")
        );
        session.Notify(
            Recipients.Lead,
            new SelectionMessages.Proposed(batch, selection.SelectedCount)
        );
        return await session.SaveAsync(
            () => new View(selection.Version, selection.SelectedCount),
            ct
        );
    }
}
