using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Inbox;

/// <summary>What waits for a provincial regulator.</summary>
internal static class ProvincialInbox
{
    public static async Task FillAsync(InboxBuilder inbox, CancellationToken ct)
    {
        if (inbox is { Batch: { Stage: BatchStage.Open } batch, Call: { } call })
        {
            var forwarding = call.Forwarding(batch);
            if (!forwarding.HasPassed(inbox.Session.Now))
            {
                await FillReviewsAsync(inbox, batch, forwarding, ct);
                FillDeadline(inbox, call.SubmissionDeadline, call.ForwardedAt, forwarding);
            }
        }

        await AddressedReports.FillAsync(inbox, Addressee.Provincial, ct);
    }

    private static async Task FillReviewsAsync(
        InboxBuilder inbox,
        Batch batch,
        Deadline forwarding,
        CancellationToken ct
    )
    {
        var under = await inbox
            .Session.Db.Applications.Where(a => a.BatchId == batch.Id)
            .Where(a =>
                a.Status == ApplicationStatus.Submitted
                || a.Status == ApplicationStatus.Returned
                || a.Status == ApplicationStatus.Recommended
            )
            .OrderBy(a => a.SubmittedAt)
            .Select(a => new
            {
                a.Id,
                a.RegionName,
                a.Status,
                a.VersionNumber,
                a.SubmittedAt,
                a.ReturnedAt,
                a.CreatedAt,
                a.ExtendedTo,
                a.Rank,
            })
            .ToListAsync(ct);
        inbox.Tasks.AddRange(
            under
                .Where(a => a.Status == ApplicationStatus.Submitted)
                .Take(InboxBuilder.MostOfAKind)
                .Select(a => new TaskItem
                {
                    Kind = TaskKind.ReviewPlan,
                    RegionName = a.RegionName,
                    Number = a.VersionNumber,
                    DueAt = forwarding.At,
                    Since = a.SubmittedAt,
                    Status = nameof(ApplicationStatus.Submitted),
                    Link = $"/review/{a.Id}",
                })
        );
        inbox.Waits.AddRange(
            under
                .Where(a => a.Status == ApplicationStatus.Returned)
                .Take(InboxBuilder.MostOfAKind)
                .Select(a => new WaitItem(
                    NextActor.LocalGovernment,
                    a.RegionName,
                    TaskKind.RevisePlan,
                    a.ReturnedAt,
                    inbox.Call!.Submission(batch, a.CreatedAt, a.ExtendedTo).At,
                    $"/applications/{a.Id}"
                ))
        );
        var recommended = under.Where(a => a.Status == ApplicationStatus.Recommended).ToList();
        if (inbox.Call!.ForwardedAt is not null || recommended.Count == 0)
        {
            return;
        }

        if (recommended.Exists(a => a.Rank is null))
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = TaskKind.RankPlans,
                    Number = recommended.Count(a => a.Rank is null),
                    DueAt = forwarding.At,
                    Status = nameof(ApplicationStatus.Recommended),
                    Link = "/ranking",
                }
            );
        }

        if (!recommended.Exists(a => a.Rank is not null))
        {
            return;
        }

        if (inbox.Session.Actor.May(Permission.DecideForProvince))
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = TaskKind.ForwardLetter,
                    Number = recommended.Count(a => a.Rank is not null),
                    DueAt = forwarding.At,
                    Link = "/ranking",
                }
            );
        }
        else
        {
            inbox.Waits.Add(
                new WaitItem(
                    NextActor.Province,
                    null,
                    TaskKind.ForwardLetter,
                    null,
                    forwarding.At,
                    "/ranking"
                )
            );
        }
    }

    private static void FillDeadline(
        InboxBuilder inbox,
        DateTimeOffset? own,
        DateTimeOffset? forwardedAt,
        Deadline forwarding
    )
    {
        if (
            own is null
            && forwardedAt is null
            && inbox.Session.Actor.May(Permission.DecideForProvince)
        )
        {
            inbox.Tasks.Add(
                new TaskItem
                {
                    Kind = TaskKind.SetDeadline,
                    DueAt = forwarding.At,
                    Link = "/ranking",
                }
            );
        }
    }
}

/// <summary>Reports that wait for an addressee's acknowledgement.</summary>
internal static class AddressedReports
{
    public static async Task FillAsync(
        InboxBuilder inbox,
        Addressee addressee,
        CancellationToken ct
    )
    {
        var pending = await inbox
            .Session.Db.ReportObligations.Where(o =>
                o.FiledAt != null
                && (
                    addressee == Addressee.National
                        ? o.National == AcknowledgementStatus.Pending
                        : o.Provincial == AcknowledgementStatus.Pending
                )
            )
            .OrderBy(o => o.LastFiledAt)
            .Take(InboxBuilder.MostOfAKind)
            .Select(o => new
            {
                o.Id,
                o.RegionName,
                o.Ordinal,
                o.LastFiledAt,
                o.IsLate,
            })
            .ToListAsync(ct);
        inbox.Tasks.AddRange(
            pending.Select(o => new TaskItem
            {
                Kind = TaskKind.AcknowledgeReport,
                RegionName = o.RegionName,
                Number = o.Ordinal,
                Since = o.LastFiledAt,
                Status = o.IsLate ? "Late" : nameof(ReportStatus.Filed),
                Link = $"/reports/{o.Id}",
            })
        );
        var missing = await inbox
            .Session.Db.ReportObligations.Where(o =>
                o.Status == ReportStatus.Missing || o.Status == ReportStatus.Supplement
            )
            .OrderBy(o => o.DueAt)
            .Take(InboxBuilder.MostOfAKind)
            .Select(o => new
            {
                o.Id,
                o.RegionName,
                o.Status,
                o.DueAt,
                o.LastFiledAt,
            })
            .ToListAsync(ct);
        inbox.Waits.AddRange(
            missing.Select(o => new WaitItem(
                NextActor.LocalGovernment,
                o.RegionName,
                o.Status == ReportStatus.Missing ? TaskKind.FileReport : TaskKind.SupplementReport,
                o.LastFiledAt,
                o.DueAt,
                $"/reports/{o.Id}"
            ))
        );
    }
}
