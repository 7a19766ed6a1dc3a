using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Forwarding closes once the deadline of the last province has passed.</summary>
internal sealed class ForwardingClosures : IDueMatter
{
    public DueActionKind Kind => DueActionKind.CloseForwarding;

    public async Task<IReadOnlyList<DueItem>> FindAsync(PilotSession session, CancellationToken ct)
    {
        var open = await session
            .Db.Batches.AsNoTracking()
            .Where(b => b.Stage == BatchStage.Open)
            .ToListAsync(ct);
        var last = await LastDeadlinesAsync(session, open, ct);
        return
        [
            .. open.Where(b => session.Now >= last[b.Id])
                .Select(b => new DueItem(DueActionKind.CloseForwarding, b.Id, last[b.Id])),
        ];
    }

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var performed = new List<DueItem>();
        var batches = await session.BatchesOfAsync(items, ct);
        var last = await LastDeadlinesAsync(session, [.. batches.Values], ct);
        foreach (var item in items)
        {
            var batch = batches[item.SubjectId];
            if (batch.CloseForwarding(last[batch.Id], session.Now).Refusal is not null)
            {
                continue;
            }

            performed.Add(item with { DueAt = last[batch.Id] });
            session.Record(batch.Act(Act.BatchForwardingClosed));
            session.Notify(Recipients.WorkingGroup, new DeadlineMessages.ForwardingClosed(batch));
        }

        return performed;
    }

    private static async Task<Dictionary<Guid, DateTimeOffset>> LastDeadlinesAsync(
        PilotSession session,
        IReadOnlyList<Batch> batches,
        CancellationToken ct
    )
    {
        var ids = batches.Select(b => b.Id).ToList();
        var extended = await session
            .Db.ProvincialCalls.Where(c => ids.Contains(c.BatchId) && c.ForwardedAt == null)
            .GroupBy(c => c.BatchId)
            .Select(g => new { g.Key, Until = g.Max(c => c.ForwardingExtendedTo) })
            .ToDictionaryAsync(g => g.Key, g => g.Until, ct);
        return batches.ToDictionary(
            b => b.Id,
            b => b.Forwarding.ExtendedTo(extended.GetValueOrDefault(b.Id)).At
        );
    }
}

internal static class DueBatches
{
    /// <summary>The batches that the items are about.</summary>
    public static async Task<Dictionary<Guid, Batch>> BatchesOfAsync(
        this PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var ids = items.Select(i => i.SubjectId).ToList();
        return await session
            .Db.Batches.Where(b => ids.Contains(b.Id))
            .ToDictionaryAsync(b => b.Id, ct);
    }
}

/// <summary>The list of a batch should be public by its date: if it is not, the working group is told (四（二）).</summary>
internal sealed class PublicationAlarms : IDueMatter
{
    public DueActionKind Kind => DueActionKind.AlarmPublication;

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
        var batches = await session.BatchesOfAsync(items, ct);
        foreach (var item in items)
        {
            var batch = batches[item.SubjectId];
            session.Record(batch.Act(Act.BatchPublicationOverdue));
            session.Notify(Recipients.WorkingGroup, new DeadlineMessages.PublicationOverdue(batch));
        }

        return items;
    }
}

/// <summary>四（三）: the published regions start on the first day, with all their report obligations.</summary>
internal sealed class PilotLaunches : IDueMatter
{
    public DueActionKind Kind => DueActionKind.LaunchPilots;

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
        var batches = await session.BatchesOfAsync(items, ct);
        foreach (var item in items)
        {
            var batch = batches[item.SubjectId];
            if (batch.Launch(session.Now).Refusal is not null)
            {
                continue;
            }

            performed.Add(item);
            session.Record(batch.Act(Act.BatchLaunched));
        }

        await LaunchAsync(session, performed, batches, ct);
        return performed;
    }

    private static async Task LaunchAsync(
        PilotSession session,
        IReadOnlyList<DueItem> launched,
        Dictionary<Guid, Batch> batches,
        CancellationToken ct
    )
    {
        var db = session.Db;
        var ids = launched.Select(i => i.SubjectId).ToList();
        var selected = db.Applications.Where(a =>
            ids.Contains(a.BatchId) && a.Status == ApplicationStatus.Selected
        );
        // The selected version is read for its measures; the plan of the application itself is not.
        var plans = await (
            from a in selected
            join v in db.PlanVersions
                on new { a.Id, Number = a.VersionNumber } equals new
                {
                    Id = v.ApplicationId,
                    v.Number,
                }
            select new { a.Id, v.Plan }
        ).ToDictionaryAsync(v => v.Id, v => v.Plan, ct);
        foreach (var application in await selected.ToListWithoutTextAsync(db, ct))
        {
            var batch = batches[application.BatchId];
            var pilot = Pilot.Launch(batch, application, plans[application.Id], session.Now);
            db.Pilots.Add(pilot);
            db.ReportObligations.AddRange(ReportObligation.Of(pilot, batch, session.Now));
            session.Record(
                new ActRecord(Act.PilotLaunched, pilot.Id)
                {
                    OwnerId = pilot.OrganizationId,
                    ProvinceCode = pilot.ProvinceCode,
                    Audience = Audience.Everyone,
                }
            );
            session.Notify(
                Recipients.Organization(pilot.OrganizationId),
                new DeadlineMessages.PilotStarted(pilot)
            );
        }
    }

    private static DateTimeOffset DueAt(Batch batch) =>
        batch.AnnouncedAt > batch.PilotStartsAt ? batch.AnnouncedAt.Value : batch.PilotStartsAt;
}

/// <summary>The pilots of a batch end with its last day.</summary>
internal sealed class PilotConclusions : IDueMatter
{
    public DueActionKind Kind => DueActionKind.ConcludePilots;

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
        var batches = await session.BatchesOfAsync(items, ct);
        foreach (var item in items)
        {
            var batch = batches[item.SubjectId];
            if (batch.Conclude(session.Now).Refusal is not null)
            {
                continue;
            }

            performed.Add(item);
            session.Record(batch.Act(Act.BatchConcluded));
        }

        var ids = performed.Select(i => i.SubjectId).ToList();
        var pilots = await session.Db.Pilots.Where(p => ids.Contains(p.BatchId)).ToListAsync(ct);
        foreach (var pilot in pilots)
        {
            pilot.Conclude();
            session.Record(
                new ActRecord(Act.PilotConcluded, pilot.Id)
                {
                    OwnerId = pilot.OrganizationId,
                    ProvinceCode = pilot.ProvinceCode,
                    Audience = Audience.Everyone,
                }
            );
        }

        return performed;
    }
}
