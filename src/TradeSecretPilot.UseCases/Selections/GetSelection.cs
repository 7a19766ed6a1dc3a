using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>遴选: the ranking with the choice as saved, what to weigh, and what to check before the decision.</summary>
[RecordsViewing(Act.ScoresRead)]
[OneSnapshot]
public sealed class GetSelection(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public sealed record View
    {
        /// <summary>With seats and the publication date.</summary>
        public required BatchView Batch { get; init; }

        public required SelectionStatus Status { get; init; }

        /// <summary>Row version to save on; null while nothing has been saved.</summary>
        public required int? Version { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset? SavedAt { get; init; }

        public required string? ProposedBy { get; init; }

        public required string? DecisionNumber { get; init; }

        public required Turn Turn { get; init; }

        public required int SelectedCount { get; init; }

        public required SelectionLine Line { get; init; }

        /// <summary>By place; equal places in the order of divisions.</summary>
        public required IReadOnlyList<SelectionRow> Rows { get; init; }

        public required SelectionBalance Balance { get; init; }

        public required SelectionChecks Checks { get; init; }

        /// <summary>Why the choice as saved cannot be proposed; null when it can.</summary>
        public required Refusal? WhyNotProposed { get; init; }

        /// <summary>The draft can be changed now.</summary>
        public required bool MayEdit { get; init; }

        /// <summary>The actor may decide, and there is a proposal to decide on.</summary>
        public required bool MayDecide { get; init; }

        /// <summary>The actor may publish, and the decision is taken.</summary>
        public required bool MayPublish { get; init; }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        return await session.ShowAsync(input.BatchId, await ReadAsync(session, input, ct), ct);
    }

    internal static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        if (batch.Stage < BatchStage.Selecting)
        {
            return SelectionRefusals.NotAppraised();
        }

        var saved = await db
            .Selections.AsNoTracking()
            .SingleOrDefaultAsync(s => s.BatchId == batch.Id, ct);
        var selection = saved ?? Selection.Begin(batch.Id, session.Now);
        var ranking = await (
            from a in session.AppraisedIn(batch.Id)
            join d in db.Divisions on a.ProvinceCode equals d.Code
            join v in db.PlanVersions
                on new { a.Id, Number = a.VersionNumber } equals new
                {
                    Id = v.ApplicationId,
                    v.Number,
                }
            orderby a.AppraisalRank, a.Number
            select new
            {
                a.Id,
                Place = a.AppraisalRank!.Value,
                Mean = a.MeanHundredths!.Value,
                Rank = a.Rank!.Value,
                a.RegionName,
                a.ProvinceCode,
                ProvinceName = d.Name,
                a.Level,
                v.TaskAreas,
            }
        ).ToListAsync(ct);
        var sheets = await db
            .ScoreSheets.Where(s => s.BatchId == batch.Id)
            .Select(s => new SheetRow(s.ApplicationId, s.ExpertId, s.Status, s.TotalHundredths))
            .ToListAsync(ct);

        var standings = ranking.Select(r => new Standing(r.Id, r.Mean, r.Place)).ToList();
        var line = SelectionLine.Of(
            [.. ranking.Select(r => r.Mean)],
            selection.SelectedCount > 0 ? selection.SelectedCount : batch.MaxSeats
        );
        var totals = sheets
            .Where(s => s.Status == ScoreSheetStatus.Submitted)
            .ToLookup(s => s.ApplicationId, s => s.TotalHundredths!.Value);
        var choices = selection.Choices.ToDictionary(c => c.ApplicationId);
        var moved = selection.MovedAcrossTheLine(standings).ToHashSet();
        var rows = ranking
            .Select(r => new SelectionRow
            {
                ApplicationId = r.Id,
                Place = r.Place,
                RegionName = r.RegionName,
                ProvinceCode = r.ProvinceCode,
                ProvinceName = r.ProvinceName,
                Group = RegionGroups.Of(r.ProvinceCode),
                Level = r.Level,
                ProvincialRank = r.Rank,
                MeanHundredths = r.Mean,
                TotalsHundredths = [.. totals[r.Id].Order()],
                CrossesLine = line.Crosses([.. totals[r.Id]]),
                Selected = choices.GetValueOrDefault(r.Id) is { Selected: true },
                Move =
                    !moved.Contains(r.Id) ? SelectionMove.None
                    : choices.GetValueOrDefault(r.Id) is { Selected: true } ? SelectionMove.In
                    : SelectionMove.Out,
                Reason = choices.GetValueOrDefault(r.Id)?.Reason,
                TaskAreas = r.TaskAreas,
            })
            .ToList();
        var isSelecting = batch.Stage == BatchStage.Selecting;
        return new View
        {
            Batch = BatchView.Of(batch, session.Actor),
            Status = selection.Status,
            Version = saved?.Version,
            SavedAt = saved?.SavedAt,
            ProposedBy = selection.ProposedBy,
            DecisionNumber = selection.DecisionNumber,
            Turn = TurnOf(batch, selection.Status),
            SelectedCount = selection.SelectedCount,
            Line = line,
            Rows = rows,
            Balance = SelectionBalance.Of(rows),
            Checks = ChecksOf(batch, rows, sheets),
            WhyNotProposed = selection.RefuseProposal(batch, standings),
            MayEdit = isSelecting && selection.Status != SelectionStatus.Decided,
            MayDecide =
                isSelecting
                && selection.Status == SelectionStatus.Proposed
                && session.Actor.May(Permission.DecideSelection),
            MayPublish =
                batch.Stage == BatchStage.Decided && session.Actor.May(Permission.DecideSelection),
        };
    }

    private static Turn TurnOf(Batch batch, SelectionStatus status) =>
        batch.Stage switch
        {
            BatchStage.Selecting when status == SelectionStatus.Draft => new Turn(
                NextActor.WorkingGroup,
                batch.PublishBy
            ),
            BatchStage.Selecting or BatchStage.Decided => new Turn(
                NextActor.WorkingGroupLead,
                batch.PublishBy
            ),
            _ => new Turn(NextActor.Nobody, null),
        };

    private static SelectionChecks ChecksOf(
        Batch batch,
        IReadOnlyList<SelectionRow> rows,
        IReadOnlyList<SheetRow> sheets
    )
    {
        var recused = sheets.Where(s => s.Status == ScoreSheetStatus.Recused).ToList();
        var submitted = sheets.Count(s => s.Status == ScoreSheetStatus.Submitted);
        var open = sheets.Count(s => ScoreSheetLifecycle.Owed.Contains(s.Status));
        var fewest = rows.Select(r => r.TotalsHundredths.Count).DefaultIfEmpty().Min();
        return new SelectionChecks
        {
            ProvinceFirstsPassedOver =
            [
                .. rows.Where(r => r is { ProvincialRank: 1, Selected: false }),
            ],
            IntervalsAcrossLine = rows.Count(r => r.CrossesLine),
            Recusals = recused.Count,
            RecusedExperts = recused.DistinctBy(s => s.ExpertId).Count(),
            SheetsSubmitted = submitted,
            SheetsOpen = open,
            FewestSheets = fewest,
            AllSheetsSubmitted = open == 0 && fewest >= batch.SheetsPerPlan,
            MovesWithoutReason = rows.Count(r =>
                r.Move != SelectionMove.None && string.IsNullOrWhiteSpace(r.Reason)
            ),
        };
    }

    private sealed record SheetRow(
        Guid ApplicationId,
        Guid ExpertId,
        ScoreSheetStatus Status,
        int? TotalHundredths
    );
}
