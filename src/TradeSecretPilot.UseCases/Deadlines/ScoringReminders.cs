using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>
/// Reminds the experts of a panel whose sheets are open of its day for scoring, each once for all of their plans; once it has
/// passed the working group is told as well. The day is a target: sheets can be submitted after it.
/// </summary>
internal sealed class ScoringReminders() : RemindersOf(DueActionKind.RemindScoring)
{
    protected override async Task<IReadOnlyList<Remindable>> ReadOpenAsync(
        PilotSession session,
        CancellationToken ct
    )
    {
        var sheets = OwedSheets(session);
        var panels = await (
            from p in session.Db.ExpertPanels
            join b in session.Db.Batches on p.BatchId equals b.Id
            where b.Stage == BatchStage.Appraising
            where sheets.Any(s => s.BatchId == b.Id)
            select new
            {
                p.Id,
                p.ScoresDueOn,
                Since = sheets
                    .Where(s => s.BatchId == b.Id)
                    .OrderBy(s => s.AssignedAt)
                    .Select(s => s.AssignedAt)
                    .First(),
            }
        ).ToListAsync(ct);
        return
        [
            .. panels.Select(p => new Remindable(p.Id, DeadlineOf(p.ScoresDueOn), p.Since, true)),
        ];
    }

    protected override async Task NotifyAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var ids = items.Select(i => i.SubjectId).ToList();
        var owing = await (
            from p in session.Db.ExpertPanels.Where(p => ids.Contains(p.Id))
            join b in session.Db.Batches on p.BatchId equals b.Id
            join s in OwedSheets(session) on b.Id equals s.BatchId
            group s by new
            {
                b.Id,
                b.Number,
                b.NameZh,
                b.NameEn,
                p.ScoresDueOn,
                s.ExpertId,
            } into own
            select new { Batch = own.Key, Sheets = own.Count() }
        ).ToListAsync(ct);
        foreach (var own in owing)
        {
            session.Notify(
                Recipients.Account(own.Batch.ExpertId),
                new DeadlineMessages.ScoringReminder(
                    own.Batch.NameZh,
                    own.Batch.NameEn,
                    own.Sheets,
                    DeadlineOf(own.Batch.ScoresDueOn).At,
                    session.Now
                )
            );
        }

        foreach (var late in owing.GroupBy(o => o.Batch.Id))
        {
            var batch = late.First().Batch;
            if (DeadlineOf(batch.ScoresDueOn).HasPassed(session.Now))
            {
                session.Notify(
                    Recipients.WorkingGroup,
                    new DeadlineMessages.ScoringOverdue(
                        batch.Number,
                        batch.NameZh,
                        batch.NameEn,
                        late.Count(),
                        late.Sum(o => o.Sheets)
                    )
                );
            }
        }
    }

    private static Deadline DeadlineOf(DateOnly day) =>
        new(BeijingTime.EndOf(day), BeijingTime.EndOf(day));

    private static IQueryable<ScoreSheet> OwedSheets(PilotSession session) =>
        session.Db.ScoreSheets.Where(s => ScoreSheetLifecycle.Owed.Contains(s.Status));
}
