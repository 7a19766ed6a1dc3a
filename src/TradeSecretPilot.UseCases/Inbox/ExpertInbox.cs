using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Appraisals;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for an expert.</summary>
internal static class ExpertInbox
{
    public static async Task FillAsync(InboxBuilder inbox, CancellationToken ct)
    {
        var db = inbox.Session.Db;
        var sheets = await (
            from s in db.ScoreSheets
            where s.Status == ScoreSheetStatus.Assigned || s.Status == ScoreSheetStatus.Accepted
            join a in db.Applications on s.ApplicationId equals a.Id
            join p in db.ExpertPanels on s.BatchId equals p.BatchId
            orderby p.ScoresDueOn, a.Number
            select new
            {
                s.Id,
                s.Status,
                s.AssignedAt,
                a.RegionName,
                p.ScoresDueOn,
            }
        )
            .Take(InboxBuilder.MostOfAKind)
            .ToListAsync(ct);
        inbox.Tasks.AddRange(
            sheets.Select(s => new TaskItem
            {
                Kind =
                    s.Status == ScoreSheetStatus.Assigned
                        ? TaskKind.RespondToAssignment
                        : TaskKind.ScorePlan,
                RegionName = s.RegionName,
                DueAt = BeijingTime.EndOf(s.ScoresDueOn),
                Since = s.AssignedAt,
                Link = s.Status == ScoreSheetStatus.Assigned ? "/scoring" : $"/scoring/{s.Id}",
            })
        );
    }
}
