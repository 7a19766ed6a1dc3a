using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>
/// 评估进展: every forwarded plan with its experts and its mean so far. One row a plan, unpaged: places are relative to all.
/// </summary>
[RecordsViewing(Act.ScoresRead)]
[OneSnapshot]
public sealed class GetAppraisalBoard(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public sealed record View
    {
        public required BatchView Batch { get; init; }

        /// <summary>The last day for scoring; null while there is no panel.</summary>
        public required DateOnly? ScoresDueOn { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset? PanelOpenedAt { get; init; }

        public required Summary Summary { get; init; }

        /// <summary>Province by province, in the province's order.</summary>
        public required IReadOnlyList<Row> Rows { get; init; }

        /// <summary>Every assignment, where it stands, and the total of those that are submitted.</summary>
        public Seen Seen =>
            AppraisalSeen.OfSheets(
                Rows.SelectMany(r => r.Experts)
                    .Select(e => (e.SheetId, e.Status, e.TotalHundredths))
            );

        /// <summary>Why the panel cannot be opened now; null when it can.</summary>
        public required Refusal? WhyNotOpened { get; init; }

        /// <summary>Why the appraisal cannot be concluded now; null when it can.</summary>
        public required Refusal? WhyNotConcluded { get; init; }
    }

    /// <param name="Needed">Sheets that all plans need together.</param>
    /// <param name="Unassigned">Sheets nobody has been given yet.</param>
    public sealed record Summary(
        int Plans,
        int Needed,
        int Unassigned,
        int Assigned,
        int Accepted,
        int Submitted,
        int Recused,
        int Released
    );

    public sealed record Row
    {
        public required Guid ApplicationId { get; init; }

        public required string RegionName { get; init; }

        public required string ProvinceName { get; init; }

        public required DivisionLevel Level { get; init; }

        /// <summary>Rank among its province's recommendations.</summary>
        public required int ProvincialRank { get; init; }

        /// <summary>Every expert the plan was given to, those recused or released included.</summary>
        public required IReadOnlyList<ExpertCell> Experts { get; init; }

        /// <summary>Who the plan was given to, and where each stands.</summary>
        public Seen Seen => AssignmentSeen.Of(Experts.Select(e => (e.SheetId, e.Status)));

        /// <summary>Mean of the sheets submitted so far, in hundredths of a point; null before the first.</summary>
        public required int? MeanHundredths { get; init; }

        /// <summary>Place by that mean among the plans that have one.</summary>
        public required int? Place { get; init; }

        public required int? MinHundredths { get; init; }

        public required int? MaxHundredths { get; init; }

        /// <summary>Sheets still to be submitted.</summary>
        public required int Missing { get; init; }

        /// <summary>Of the missing, those nobody has been given yet.</summary>
        public required int Unassigned { get; init; }
    }

    /// <param name="Reason">Why the expert recused or was released.</param>
    public sealed record ExpertCell(
        Guid SheetId,
        Guid ApplicationId,
        Guid ExpertId,
        string Name,
        ScoreSheetStatus Status,
        int? TotalHundredths,
        string? Reason
    )
    {
        /// <summary>The transition table lets the working group take it back.</summary>
        public bool MayRelease => ScoreSheetLifecycle.Table.Permits(Status, ScoreSheetAct.Release);
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
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

        var panel = await db
            .ExpertPanels.Where(p => p.BatchId == batch.Id)
            .Select(p => new { p.ScoresDueOn, p.OpenedAt })
            .SingleOrDefaultAsync(ct);
        var plans = await (
            from a in db.Applications
            where a.BatchId == batch.Id && a.ForwardedAt != null
            join d in db.Divisions on a.ProvinceCode equals d.Code
            orderby a.ProvinceCode, a.Rank
            select new
            {
                a.Id,
                a.RegionName,
                ProvinceName = d.Name,
                a.Level,
                Rank = a.Rank!.Value,
            }
        ).ToListAsync(ct);
        var cells = await (
            from s in db.ScoreSheets
            where s.BatchId == batch.Id
            join e in db.Experts on s.ExpertId equals e.Id
            orderby EF.Property<string>(e, NameColumns.SortKey), e.Id
            select new ExpertCell(
                s.Id,
                s.ApplicationId,
                s.ExpertId,
                e.Name,
                s.Status,
                s.TotalHundredths,
                s.RecusalReason ?? s.ReleaseReason
            )
        ).ToListAsync(ct);

        var byPlan = cells.ToLookup(c => c.ApplicationId);
        var totals = plans.ToDictionary(
            p => p.Id,
            p =>
                (IReadOnlyList<int>)
                    [.. byPlan[p.Id].Select(c => c.TotalHundredths).OfType<int>().Order()]
        );
        var standings = AppraisalRanking
            .Rank(totals.Where(t => t.Value.Count > 0).ToDictionary())
            .ToDictionary(s => s.ApplicationId);
        var rows = plans
            .Select(p => new Row
            {
                ApplicationId = p.Id,
                RegionName = p.RegionName,
                ProvinceName = p.ProvinceName,
                Level = p.Level,
                ProvincialRank = p.Rank,
                Experts = [.. byPlan[p.Id]],
                MeanHundredths = standings.GetValueOrDefault(p.Id)?.MeanHundredths,
                Place = standings.GetValueOrDefault(p.Id)?.Place,
                MinHundredths = totals[p.Id] is [var min, ..] ? min : null,
                MaxHundredths = totals[p.Id] is [.., var max] ? max : null,
                Missing = Math.Max(batch.SheetsPerPlan - totals[p.Id].Count, 0),
                Unassigned = Math.Max(
                    batch.SheetsPerPlan
                        - byPlan[p.Id].Count(c => ScoreSheetLifecycle.Held.Contains(c.Status)),
                    0
                ),
            })
            .ToList();
        int Count(ScoreSheetStatus status) => cells.Count(c => c.Status == status);
        var unfinished = AppraisalRanking.RefuseAsIncomplete(
            batch,
            totals.Keys,
            [.. cells.Select(c => (c.ApplicationId, c.Status))]
        );
        return new View
        {
            Batch = BatchView.Of(batch, session.Actor),
            ScoresDueOn = panel?.ScoresDueOn,
            PanelOpenedAt = panel?.OpenedAt,
            Summary = new Summary(
                plans.Count,
                plans.Count * batch.SheetsPerPlan,
                rows.Sum(r => r.Unassigned),
                Count(ScoreSheetStatus.Assigned),
                Count(ScoreSheetStatus.Accepted),
                Count(ScoreSheetStatus.Submitted),
                Count(ScoreSheetStatus.Recused),
                Count(ScoreSheetStatus.Released)
            ),
            Rows = rows,
            WhyNotOpened =
                batch.Stage != BatchStage.Appraising ? AppraisalRefusals.NotAppraising()
                : panel is null ? AppraisalRefusals.PanelMissing()
                : panel.OpenedAt is not null ? AppraisalRefusals.PanelOpened()
                : unfinished,
            WhyNotConcluded = BatchLifecycle.Table.Permits(batch.Stage, BatchAct.ConcludeAppraisal)
                ? unfinished
                : BatchRefusals.WrongStage(batch.Stage, BatchAct.ConcludeAppraisal),
        };
    }
}
