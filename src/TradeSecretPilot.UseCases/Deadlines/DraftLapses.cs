using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Draft, Returned ─ deadline passes → Lapsed.</summary>
internal sealed class DraftLapses : IDueMatter
{
    public async Task<IReadOnlyList<DueItem>> FindAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        [
            .. (
                await OpenDrafts.ReadAsync(
                    session,
                    ApplicationLifecycle.Table.StatesFor(ApplicationAct.Lapse),
                    ct
                )
            )
                .Where(d => d.Deadline.HasPassed(session.Now))
                .OrderBy(d => d.Deadline.At)
                .Select(d => new DueItem(DueActionKind.LapseDraft, d.ApplicationId, d.Deadline.At)),
        ];

    public async Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    )
    {
        var byId = items.ToDictionary(i => i.SubjectId);
        var db = session.Db;
        var found = await (
            from a in db.Applications
            where byId.Keys.Contains(a.Id)
            join b in db.Batches on a.BatchId equals b.Id
            join c in db.ProvincialCalls
                on new { a.BatchId, a.ProvinceCode } equals new { c.BatchId, c.ProvinceCode }
            select new ApplicationCase(a, b, c)
        ).ToListAsync(ct);
        var performed = new List<DueItem>();
        foreach (var due in found)
        {
            var application = due.Application;
            if (application.Lapse(due.Submission, session.Now).Refusal is not null)
            {
                continue;
            }

            performed.Add(byId[application.Id] with { DueAt = due.Submission.At });
            session.Did(
                application.Act(
                    "Lapsed",
                    application.VersionNumber > 0
                        ? Audience.Local | Audience.Provincial
                        : Audience.Local
                )
            );
            session.Tell(
                Recipients.Organization(application.OrganizationId),
                new Message(
                    "申报截止时间已过，您单位的申报未提交，已失效。内容完整保留。",
                    "The deadline has passed; your application was not submitted and has lapsed. Its content is kept.",
                    $"/applications/{application.Id}"
                )
            );
        }

        return performed;
    }
}
