using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>The lead decides the selection (四（二）). It settles every appraised application and stays with SAMR until published.</summary>
public sealed class DecideSelection(PilotSessions sessions)
{
    /// <param name="Seen">Row version of the proposal the lead read; another one is not decided on.</param>
    /// <param name="DecisionNumber">Number of the decision record.</param>
    public sealed record Input(Guid BatchId, Seen Seen, string DecisionNumber);

    /// <param name="DecidedAt">UTC.</param>
    public sealed record View(int Selected, int NotSelected, DateTimeOffset DecidedAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideSelection, ct);
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
            return SelectionRefusals.NotProposed();
        }

        session.Expect(selection, input.Seen);

        var appraised = await session.AppraisedIn(batch.Id).ToListWithoutTextAsync(session.Db, ct);
        var decided = selection.Decide(
            batch,
            appraised,
            input.DecisionNumber,
            session.Actor.Name,
            session.Now
        );
        if (decided.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        var receipt = selection.IssueReceipt(session.OrganizationId, session.Now);
        session.Db.Receipts.Add(receipt);
        session.Record(
            batch.Act(Act.BatchSelectionDecided, $"{selection.DecisionNumber} · {receipt.Number}")
        );
        foreach (var application in appraised)
        {
            var act =
                application.Status == ApplicationStatus.Selected
                    ? Act.ApplicationDecidedSelected
                    : Act.ApplicationDecidedNotSelected;
            session.Record(application.Act(act, Audience.National, selection.DecisionNumber));
        }

        session.Notify(Recipients.WorkingGroup, new SelectionMessages.Decided(batch, selection));
        return await session.SaveAsync(
            () =>
                new View(
                    selection.SelectedCount,
                    appraised.Count - selection.SelectedCount,
                    session.Now
                ),
            ct
        );
    }
}
