using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Forwarding closes once the deadline of the last province has passed.</summary>
internal sealed class ForwardingClosures : IDueMatter
{
    public async Task<IReadOnlyList<DueItem>> FindAsync(PilotSession session, CancellationToken ct)
    {
        var open = await session
            .Db.Batches.AsNoTracking()
            .Where(b => b.Stage == BatchStage.Open)
            .ToListAsync(ct);
        var items = new List<DueItem>();
        foreach (var batch in open)
        {
            var last = await LastDeadlineAsync(session, batch, ct);
            if (session.Now >= last)
            {
                items.Add(new DueItem(DueActionKind.CloseForwarding, batch.Id, last));
            }
        }

        return items;
    }

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var performed = new List<DueItem>();
        foreach (var item in items)
        {
            var batch = await session.Db.Batches.SingleAsync(b => b.Id == item.SubjectId, ct);
            var last = await LastDeadlineAsync(session, batch, ct);
            if (batch.CloseForwarding(last, session.Now).Refusal is not null)
            {
                continue;
            }

            performed.Add(item with { DueAt = last });
            session.Did(batch.Act("ForwardingClosed"));
            session.Tell(
                Recipients.WorkingGroup,
                new Message(
                    $"{batch.NameZh}上报已截止，可以组织专家评估。",
                    $"{batch.NameEn}: forwarding has closed. The appraisal can begin.",
                    "/appraisal"
                )
            );
        }

        return performed;
    }

    private static async Task<DateTimeOffset> LastDeadlineAsync(
        PilotSession session,
        Batch batch,
        CancellationToken ct
    )
    {
        var extended = await session
            .Db.ProvincialCalls.Where(c => c.BatchId == batch.Id && c.ForwardedAt == null)
            .MaxAsync(c => c.ForwardingExtendedTo, ct);
        return batch.Forwarding.ExtendedTo(extended).At;
    }
}

/// <summary>The list of a batch should be public by its date: if it is not, the working group is told (四（二）).</summary>
internal sealed class PublicationAlarms : IDueMatter
{
    public async Task<IReadOnlyList<DueItem>> FindAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        await session
            .Db.Batches.Where(b => b.AnnouncedAt == null && b.Stage != BatchStage.Preparing)
            .Where(b => b.PublishBy <= session.Now)
            .Where(b =>
                !session.Db.DueActions.Any(d =>
                    d.Kind == DueActionKind.AlarmPublication && d.SubjectId == b.Id
                )
            )
            .Select(b => new DueItem(
                DueActionKind.AlarmPublication,
                b.Id,
                b.PublishBy,
                DueActionOutcome.Done
            ))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        foreach (var item in items)
        {
            var batch = await session.Db.Batches.SingleAsync(b => b.Id == item.SubjectId, ct);
            session.Did(batch.Act("PublicationOverdue"));
            session.Tell(
                Recipients.WorkingGroup,
                new Message(
                    $"{batch.NameZh}公布时限{BeijingTime.DeadlineZh(batch.PublishBy)}已过，名单尚未公布。公布时须说明理由。",
                    $"{batch.NameEn}: the publication date {BeijingTime.DeadlineEn(batch.PublishBy)} has passed. A reason is needed to publish.",
                    "/announcement"
                )
            );
        }

        return items;
    }
}

/// <summary>四（三）: the published regions start on the first day, with all their report obligations.</summary>
internal sealed class PilotLaunches : IDueMatter
{
    public async Task<IReadOnlyList<DueItem>> FindAsync(PilotSession session, CancellationToken ct)
    {
        var announced = await session
            .Db.Batches.AsNoTracking()
            .Where(b => b.Stage == BatchStage.Announced)
            .ToListAsync(ct);
        return
        [
            .. announced
                .Where(b => b.PilotStartsAt <= session.Now)
                .Select(b => new DueItem(DueActionKind.LaunchPilots, b.Id, DueAt(b))),
        ];
    }

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var performed = new List<DueItem>();
        foreach (var item in items)
        {
            var batch = await session.Db.Batches.SingleAsync(b => b.Id == item.SubjectId, ct);
            if (batch.Launch(session.Now).Refusal is not null)
            {
                continue;
            }

            performed.Add(item);
            session.Did(batch.Act("Launched"));
            await LaunchAsync(session, batch, ct);
        }

        return performed;
    }

    private static async Task LaunchAsync(PilotSession session, Batch batch, CancellationToken ct)
    {
        var db = session.Db;
        var selected = await (
            from a in db.Applications
            where a.BatchId == batch.Id && a.Status == ApplicationStatus.Selected
            join v in db.PlanVersions
                on new { a.Id, Number = a.VersionNumber } equals new
                {
                    Id = v.ApplicationId,
                    v.Number,
                }
            select new { Application = a, v.Plan }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        foreach (var row in selected)
        {
            var pilot = Pilot.Launch(batch, row.Application, row.Plan, session.Now);
            db.Pilots.Add(pilot);
            db.ReportObligations.AddRange(pilot.Obligations(batch, session.Now));
            session.Did(
                new Act("Pilot.Launched", pilot.Id)
                {
                    OwnerId = pilot.OrganizationId,
                    ProvinceCode = pilot.ProvinceCode,
                    Audience = Audience.Everyone,
                }
            );
            session.Tell(
                Recipients.Organization(pilot.OrganizationId),
                new Message(
                    $"试点正式启动，周期至{pilot.EndsOn.Year}年{pilot.EndsOn.Month}月{pilot.EndsOn.Day}日，每年6月底、12月底报送进展情况。",
                    "The pilot has started. Progress reports are due at the end of every June and December.",
                    $"/pilots/{pilot.Id}"
                )
            );
        }
    }

    private static DateTimeOffset DueAt(Batch batch) =>
        batch.AnnouncedAt > batch.PilotStartsAt ? batch.AnnouncedAt.Value : batch.PilotStartsAt;
}

/// <summary>The pilots of a batch end with its last day.</summary>
internal sealed class PilotConclusions : IDueMatter
{
    public async Task<IReadOnlyList<DueItem>> FindAsync(PilotSession session, CancellationToken ct)
    {
        var running = await session
            .Db.Batches.AsNoTracking()
            .Where(b => b.Stage == BatchStage.Running)
            .ToListAsync(ct);
        return
        [
            .. running
                .Where(b => b.PilotEndsAt <= session.Now)
                .Select(b => new DueItem(DueActionKind.ConcludePilots, b.Id, b.PilotEndsAt)),
        ];
    }

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var performed = new List<DueItem>();
        foreach (var item in items)
        {
            var batch = await session.Db.Batches.SingleAsync(b => b.Id == item.SubjectId, ct);
            if (batch.Conclude(session.Now).Refusal is not null)
            {
                continue;
            }

            performed.Add(item);
            session.Did(batch.Act("Concluded"));
            foreach (
                var pilot in await session
                    .Db.Pilots.Where(p => p.BatchId == batch.Id)
                    .ToListAsync(ct)
            )
            {
                pilot.Conclude();
                session.Did(
                    new Act("Pilot.Concluded", pilot.Id)
                    {
                        OwnerId = pilot.OrganizationId,
                        ProvinceCode = pilot.ProvinceCode,
                        Audience = Audience.Everyone,
                    }
                );
            }
        }

        return performed;
    }
}
