using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>Puts the draft of the selection before the lead.</summary>
public sealed class ProposeSelection(PilotSessions sessions)
{
    /// <param name="ExpectedVersion">Row version of the draft as read; what was changed since is not proposed.</param>
    public sealed record Input(Guid BatchId, int ExpectedVersion);

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

        if (
            selection.Version != input.ExpectedVersion
            && selection.Status != SelectionStatus.Decided
        )
        {
            return PlatformRefusals.ChangedMeanwhile();
        }

        var appraised = await session.AppraisedIn(batch.Id).AsNoTracking().ToListAsync(ct);
        var proposed = selection.Propose(batch, appraised, session.Actor.Name);
        if (proposed.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(batch.Act("SelectionProposed", $"{selection.SelectedCount}/{appraised.Count}"));
        session.Tell(
            Recipients.Lead,
            new Message(
                $"{batch.NameZh}遴选草案已提交，拟入选{selection.SelectedCount}个地区，请您决定。",
                $"The selection of the {batch.NameEn} is proposed, with {selection.SelectedCount} regions. Please decide.",
                "/selection"
            )
        );
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new View(selection.Version, selection.SelectedCount);
    }
}
