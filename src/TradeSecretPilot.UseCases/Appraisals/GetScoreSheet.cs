using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>评分表 of the acting expert, with the plan once accepted and the other experts' scores once the panel is open.</summary>
[RecordsViewing(Act.PlanRead)]
[OneSnapshot]
public sealed class GetScoreSheet(PilotSessions sessions)
{
    public sealed record Input(Guid SheetId);

    public sealed record View
    {
        public required Guid SheetId { get; init; }

        /// <summary>Row version to save on.</summary>
        public required int Version { get; init; }

        public required string BatchNameZh { get; init; }

        public required string BatchNameEn { get; init; }

        public required string RegionName { get; init; }

        public required string ProvinceName { get; init; }

        public required DivisionLevel Level { get; init; }

        public required ScoreSheetStatus Status { get; init; }

        /// <summary>What the transition table allows now.</summary>
        public required IReadOnlyList<ScoreSheetAct> Acts { get; init; }

        /// <summary>The last day for scoring, a day in Beijing.</summary>
        public required DateOnly? DueOn { get; init; }

        /// <summary>The forwarded version; null until the expert declared no conflict.</summary>
        public required PlanView? Plan { get; init; }

        public required IReadOnlyList<CriterionRow> Criteria { get; init; }

        public required string Comment { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset SavedAt { get; init; }

        public required DateTimeOffset? SubmittedAt { get; init; }

        /// <summary>Hundredths of a point; null until submitted.</summary>
        public required int? TotalHundredths { get; init; }

        /// <summary>The other experts' sheets without names, highest total first; empty until the panel is open.</summary>
        public required IReadOnlyList<OtherSheet> Others { get; init; }
    }

    /// <param name="SubmittedAt">UTC.</param>
    public sealed record PlanView(
        int VersionNumber,
        DateTimeOffset SubmittedAt,
        string ContentSha256,
        WorkPlan Plan
    );

    /// <param name="Score">0–100; null while not scored.</param>
    public sealed record CriterionRow(
        string Code,
        string NameZh,
        string NameEn,
        int WeightPercent,
        int? Score
    );

    public sealed record OtherSheet(
        IReadOnlyDictionary<string, int> Scores,
        int TotalHundredths,
        string Comment
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        var db = session.Db;
        var found = await (
            from s in db.ScoreSheets
            where s.Id == input.SheetId && s.ExpertId == session.Actor.AccountId
            where ScoreSheetLifecycle.Held.Contains(s.Status)
            join a in db.Applications on s.ApplicationId equals a.Id
            join b in db.Batches on s.BatchId equals b.Id
            join d in db.Divisions on a.ProvinceCode equals d.Code
            join p in db.ExpertPanels on s.BatchId equals p.BatchId into panels
            from p in panels.DefaultIfEmpty()
            join v in db.PlanVersions
                on new { a.Id, Number = a.VersionNumber } equals new
                {
                    Id = v.ApplicationId,
                    v.Number,
                }
                into versions
            from v in versions.DefaultIfEmpty()
            select new
            {
                s.ApplicationId,
                s.ExpertId,
                s.Version,
                s.Status,
                s.Scores,
                s.Comment,
                s.SavedAt,
                s.SubmittedAt,
                s.TotalHundredths,
                a.RegionName,
                a.Level,
                b.NameZh,
                b.NameEn,
                b.Criteria,
                ProvinceName = d.Name,
                DueOn = p == null ? (DateOnly?)null : p.ScoresDueOn,
                Plan = v,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return AppraisalRefusals.NotFound();
        }

        var others =
            found.Status == ScoreSheetStatus.Submitted
                ? await PanelScores.ReadOthersAsync(db, found.ApplicationId, found.ExpertId, ct)
                : [];
        var isOpen = found.Status is ScoreSheetStatus.Accepted or ScoreSheetStatus.Submitted;
        // Before the expert declared no conflict, there is no plan to read.
        if (
            isOpen
            && (await session.KeepViewingAsync(found.ApplicationId, note: null, ct)).Refusal
                is { } refusal
        )
        {
            return refusal;
        }

        return new View
        {
            SheetId = input.SheetId,
            Version = found.Version,
            BatchNameZh = found.NameZh,
            BatchNameEn = found.NameEn,
            RegionName = found.RegionName,
            ProvinceName = found.ProvinceName,
            Level = found.Level,
            Status = found.Status,
            Acts = ScoreSheetLifecycle.Table.ActsIn(found.Status),
            DueOn = found.DueOn,
            Plan =
                isOpen && found.Plan is { } version
                    ? new PlanView(
                        version.Number,
                        version.SubmittedAt,
                        version.ContentSha256,
                        version.Plan
                    )
                    : null,
            Criteria = [.. found.Criteria.Select(c => Row(c, found.Scores))],
            Comment = found.Comment,
            SavedAt = found.SavedAt,
            SubmittedAt = found.SubmittedAt,
            TotalHundredths = found.TotalHundredths,
            Others =
            [
                .. others.Select(o => new OtherSheet(o.Scores, o.TotalHundredths, o.Comment)),
            ],
        };
    }

    private static CriterionRow Row(Criterion c, IReadOnlyDictionary<string, int> scores) =>
        new(
            c.Code,
            c.NameZh,
            c.NameEn,
            c.WeightPercent,
            scores.TryGetValue(c.Code, out var score) ? score : null
        );
}
