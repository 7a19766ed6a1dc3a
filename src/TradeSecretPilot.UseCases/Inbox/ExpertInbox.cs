using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for an expert.</summary>
internal static class ExpertInbox
{
    public static IEnumerable<TaskQuery> TasksOf(InboxBuilder inbox)
    {
        var db = inbox.Session.Db;
        yield return TaskQuery.Each(
            from s in db.ScoreSheets
            where ScoreSheetLifecycle.Owed.Contains(s.Status)
            join a in db.Applications on s.ApplicationId equals a.Id
            join p in db.ExpertPanels on s.BatchId equals p.BatchId
            select new
            {
                s.Id,
                s.Status,
                s.AssignedAt,
                a.RegionName,
                a.Number,
                p.ScoresDueOn,
            },
            rows => rows.OrderBy(s => s.ScoresDueOn).ThenBy(s => s.Number).ThenBy(s => s.Id),
            s => new TaskItem
            {
                Kind =
                    s.Status == ScoreSheetStatus.Assigned
                        ? TaskKind.RespondToAssignment
                        : TaskKind.ScorePlan,
                RegionName = s.RegionName,
                DueAt = BeijingTime.EndOf(s.ScoresDueOn),
                Since = s.AssignedAt,
                Link = s.Status == ScoreSheetStatus.Assigned ? "/scoring" : $"/scoring/{s.Id}",
            }
        );
    }
}
