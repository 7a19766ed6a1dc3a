using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>Reports that wait for an addressee's acknowledgement, and those the addressee waits for.</summary>
internal static class AddressedReports
{
    public static TaskQuery TaskOf(InboxBuilder inbox) =>
        TaskQuery.Each(
            inbox.Session.Db.ReportObligations.Where(
                ReportStanding.IsTurnOf(inbox.Session.Actor, inbox.Session.Now)
            ),
            rows =>
                rows.OrderBy(o => o.LastFiledAt)
                    .ThenBy(o => o.Id)
                    .Select(o => new
                    {
                        o.Id,
                        o.RegionName,
                        o.Ordinal,
                        o.LastFiledAt,
                        o.IsLate,
                    }),
            o => new TaskItem
            {
                Kind = TaskKind.AcknowledgeReport,
                RegionName = o.RegionName,
                Number = o.Ordinal,
                Since = o.LastFiledAt,
                Status = o.IsLate ? "Late" : nameof(ReportStatus.Filed),
                Link = $"/reports/{o.Id}",
            }
        );

    public static Task FillWaitsAsync(InboxBuilder inbox, CancellationToken ct) =>
        inbox.AddWaitsAsync(
            inbox
                .Session.Db.ReportObligations.Where(o =>
                    o.Status == ReportStatus.Missing || o.Status == ReportStatus.Supplement
                )
                .OrderBy(o => o.DueAt)
                .ThenBy(o => o.Id)
                .Select(o => new
                {
                    o.Id,
                    o.RegionName,
                    o.Status,
                    o.DueAt,
                    o.LastFiledAt,
                }),
            o => new WaitItem(
                NextActor.LocalGovernment,
                o.RegionName,
                o.Status == ReportStatus.Missing ? TaskKind.FileReport : TaskKind.SupplementReport,
                o.LastFiledAt,
                o.Status == ReportStatus.Missing ? o.DueAt : null,
                $"/reports/{o.Id}"
            ),
            ct
        );
}
