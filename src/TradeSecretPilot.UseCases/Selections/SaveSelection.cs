using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>Keeps the draft of the selection. A changed proposal becomes a draft again.</summary>
public sealed class SaveSelection(PilotSessions sessions)
{
    /// <param name="ExpectedVersion">Row version the page started from; null when nothing had been saved.</param>
    public sealed record Input(Guid BatchId, IReadOnlyList<Choice> Choices, int? ExpectedVersion);

    /// <param name="Reason">Why the choice departs from the ranking; null when it does not.</param>
    public sealed record Choice(Guid ApplicationId, bool Selected, string? Reason);

    /// <param name="Version">Row version to save on next time.</param>
    /// <param name="SavedAt">UTC.</param>
    public sealed record View(int Version, DateTimeOffset SavedAt, int SelectedCount);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Stage < BatchStage.Selecting)
        {
            return SelectionRefusals.NotAppraised();
        }

        var selection = await session.FindSelectionAsync(batch.Id, ct);
        if (
            selection?.Version != input.ExpectedVersion
            && selection?.Status != SelectionStatus.Decided
        )
        {
            return PlatformRefusals.ChangedMeanwhile();
        }

        if (selection is null)
        {
            selection = Selection.Begin(batch.Id, session.Now);
            db.Selections.Add(selection);
        }

        var chosen = selection.Choose(
            await session.ReadRankingAsync(batch.Id, ct),
            [
                .. input.Choices.Select(c => new SelectionChoice(
                    c.ApplicationId,
                    c.Selected,
                    string.IsNullOrWhiteSpace(c.Reason) ? null : c.Reason.Trim()
                )),
            ],
            session.Now
        );
        if (chosen.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(new ActRecord(Act.SelectionSaved, selection.Id));
        return await session.SaveAsync(
            () => new View(selection.Version, session.Now, selection.SelectedCount),
            ct
        );
    }
}
