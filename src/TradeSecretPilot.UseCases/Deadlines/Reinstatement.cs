using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>Gives lapsed applications back when an extension for their province or batch reaches past now.</summary>
internal static class Reinstatement
{
    public static async Task<int> RunAsync(PilotSessions sessions, CancellationToken ct)
    {
        List<Guid> lapsed;
        await using (var session = await sessions.BeginAsync(Permission.Operate, ct))
        {
            lapsed =
            [
                .. (await OpenDrafts.ReadAsync(session, [ApplicationStatus.Lapsed], ct))
                    .Where(d => !d.Deadline.HasPassed(session.Now))
                    .Select(d => d.ApplicationId),
            ];
        }

        var done = 0;
        foreach (var id in lapsed)
        {
            done += await ReinstateAsync(sessions, id, ct) ? 1 : 0;
        }

        return done;
    }

    private static async Task<bool> ReinstateAsync(
        PilotSessions sessions,
        Guid id,
        CancellationToken ct
    )
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        if (await session.FindApplicationAsync(id, ct) is not { } found)
        {
            return false;
        }

        var application = found.Application;
        if (application.Reinstate(found.Submission, session.Now).Refusal is not null)
        {
            return false;
        }

        session.Did(
            application.Act(
                "Reinstated",
                application.VersionNumber > 0
                    ? Audience.Local | Audience.Provincial
                    : Audience.Local
            )
        );
        session.Tell(
            Recipients.Organization(application.OrganizationId),
            new Message(
                $"因延期，您单位的申报已恢复，可在{BeijingTime.DeadlineZh(found.Submission.At)}前提交。",
                $"Thanks to an extension your application is open again; submit it by {BeijingTime.DeadlineEn(found.Submission.At)}.",
                $"/applications/{application.Id}"
            )
        );
        return (await session.SaveAsync(ct)).Refusal is null;
    }
}

/// <summary>Applications by status, with the deadline that binds each.</summary>
internal static class OpenDrafts
{
    public sealed record Row(
        Guid ApplicationId,
        Guid OrganizationId,
        DateTimeOffset OpenSince,
        Deadline Deadline
    );

    public static async Task<IReadOnlyList<Row>> ReadAsync(
        PilotSession session,
        IReadOnlyList<ApplicationStatus> statuses,
        CancellationToken ct
    )
    {
        var db = session.Db;
        var drafts = await db
            .Applications.Where(a => statuses.Contains(a.Status))
            .Select(a => new
            {
                a.Id,
                a.OrganizationId,
                a.BatchId,
                a.ProvinceCode,
                a.CreatedAt,
                a.ReturnedAt,
                a.ExtendedTo,
            })
            .ToListAsync(ct);
        if (drafts.Count == 0)
        {
            return [];
        }

        var batches = await db.Batches.AsNoTracking().ToDictionaryAsync(b => b.Id, ct);
        var calls = await db
            .ProvincialCalls.AsNoTracking()
            .ToDictionaryAsync(c => (c.BatchId, c.ProvinceCode), ct);
        return
        [
            .. drafts.Select(d => new Row(
                d.Id,
                d.OrganizationId,
                d.ReturnedAt ?? d.CreatedAt,
                calls[(d.BatchId, d.ProvinceCode)]
                    .Submission(batches[d.BatchId], d.CreatedAt, d.ExtendedTo)
            )),
        ];
    }
}
