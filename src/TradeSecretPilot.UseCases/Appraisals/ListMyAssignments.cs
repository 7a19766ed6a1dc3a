using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>我的评审: the plans given to the acting expert, unfinished ones first. What was recused from or taken back is gone.</summary>
[OneSnapshot]
[RecordsNothing("The totals that an expert gave; the plan is read at its score sheet.")]
public sealed class ListMyAssignments(PilotSessions sessions)
{
    public sealed record Input
    {
        public ScoreSheetStatus? Status { get; init; }

        public Paging Paging { get; init; } = new();
    }

    /// <summary>Whose plan it is, and nothing of its content, which opens when the expert accepts.</summary>
    public sealed record Row
    {
        public required Guid SheetId { get; init; }

        public required string BatchNameZh { get; init; }

        public required string BatchNameEn { get; init; }

        public required string RegionName { get; init; }

        public required string ProvinceName { get; init; }

        public required DivisionLevel Level { get; init; }

        public required ScoreSheetStatus Status { get; init; }

        /// <summary>The last day for scoring, a day in Beijing.</summary>
        public required DateOnly? DueOn { get; init; }

        /// <summary>UTC; the instant the scores are overdue, a target that closes nothing.</summary>
        public DateTimeOffset? DueAt => DueOn is { } day ? BeijingTime.EndOf(day) : null;

        public required DateTimeOffset AssignedAt { get; init; }

        public required DateTimeOffset? SubmittedAt { get; init; }

        /// <summary>Hundredths of a point; null until submitted.</summary>
        public required int? TotalHundredths { get; init; }

        /// <summary>The panel is open: the other experts' scores can be read.</summary>
        public required bool IsPanelOpen { get; init; }
    }

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ScorePlans, ct);
        var db = session.Db;
        var own = db.ScoreSheets.Where(s =>
            s.ExpertId == session.Actor.AccountId && ScoreSheetLifecycle.Held.Contains(s.Status)
        );
        if (input.Status is { } status)
        {
            own = own.Where(s => s.Status == status);
        }

        return await (
            from s in own
            join a in db.Applications on s.ApplicationId equals a.Id
            join b in db.Batches on s.BatchId equals b.Id
            join d in db.Divisions on a.ProvinceCode equals d.Code
            join p in db.ExpertPanels on s.BatchId equals p.BatchId into panels
            from p in panels.DefaultIfEmpty()
            orderby s.Status == ScoreSheetStatus.Submitted ? 1 : 0, b.Number descending, s.Status
            == ScoreSheetStatus.Assigned
                ? 0
                : 1, a.Number, s.Id
            select new Row
            {
                SheetId = s.Id,
                BatchNameZh = b.NameZh,
                BatchNameEn = b.NameEn,
                RegionName = a.RegionName,
                ProvinceName = d.Name,
                Level = a.Level,
                Status = s.Status,
                DueOn = p == null ? null : p.ScoresDueOn,
                AssignedAt = s.AssignedAt,
                SubmittedAt = s.SubmittedAt,
                TotalHundredths = s.TotalHundredths,
                IsPanelOpen = p != null && p.OpenedAt != null,
            }
        ).ToPageAsync(input.Paging, ct);
    }
}
