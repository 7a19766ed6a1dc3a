using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>The lead decides the selection (四（二）). It settles every appraised application and stays with SAMR until published.</summary>
public sealed class DecideSelection(PilotSessions sessions)
{
    /// <param name="ExpectedVersion">Row version of the proposal the lead read; another one is not decided on.</param>
    /// <param name="DecisionNumber">Number of the decision record.</param>
    public sealed record Input(Guid BatchId, int ExpectedVersion, string DecisionNumber);

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

        if (
            selection.Version != input.ExpectedVersion
            && selection.Status == SelectionStatus.Proposed
        )
        {
            return PlatformRefusals.ChangedMeanwhile();
        }

        var appraised = await session.AppraisedIn(batch.Id).ToListAsync(ct);
        var decided = selection.Decide(
            batch,
            appraised,
            input.DecisionNumber,
            session.Actor.Name,
            session.Now
        );
        if (decided.Refusal is { } refusal)
        {
            return refusal;
        }

        var receipt = selection.IssueReceipt(session.OrganizationId, session.Now);
        session.Db.Receipts.Add(receipt);
        session.Did(
            batch.Act("SelectionDecided", $"{selection.DecisionNumber} · {receipt.Number}")
        );
        foreach (var application in appraised)
        {
            var act =
                application.Status == ApplicationStatus.Selected
                    ? "DecidedSelected"
                    : "DecidedNotSelected";
            session.Did(application.Act(act, Audience.National, selection.DecisionNumber));
        }

        session.Tell(
            Recipients.WorkingGroup,
            new Message(
                $"{batch.NameZh}遴选已决定（{selection.DecisionNumber}），入选{selection.SelectedCount}个地区，请准备公布。",
                $"The selection of the {batch.NameEn} is decided ({selection.DecisionNumber}), with {selection.SelectedCount} regions. Prepare the announcement.",
                "/announcement"
            )
        );
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new View(
                selection.SelectedCount,
                appraised.Count - selection.SelectedCount,
                session.Now
            );
    }
}
