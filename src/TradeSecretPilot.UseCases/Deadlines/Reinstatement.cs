using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>
/// Gives lapsed applications back when an extension for their province or batch reaches past now, and past the deadline they
/// lapsed under: by that one they would never lapse again.
/// </summary>
internal static class Reinstatement
{
    private const int ChunkSize = 50;

    public static async Task<int> RunAsync(PilotSessions sessions, CancellationToken ct)
    {
        List<Guid> lapsed;
        await using (var session = await sessions.BeginAsync(Permission.Operate, ct))
        {
            var open = (await OpenDrafts.ReadAsync(session, [ApplicationStatus.Lapsed], ct))
                .Where(d => d.ForwardedAt is null && !d.Deadline.HasPassed(session.Now))
                .ToList();
            if (open.Count == 0)
            {
                // The usual case, every minute.
                return 0;
            }

            var under = await LapsedUnderAsync(session, [.. open.Select(d => d.ApplicationId)], ct);
            lapsed =
            [
                .. open.Where(d => !under[d.ApplicationId].Any(at => at >= d.Deadline.At))
                    .Select(d => d.ApplicationId),
            ];
        }

        var done = 0;
        foreach (var chunk in lapsed.Chunk(ChunkSize))
        {
            done +=
                await ReinstateAsync(sessions, chunk, ct)
                ?? await ReinstateOneByOneAsync(sessions, chunk, ct);
        }

        return done;
    }

    /// <summary>The deadlines by which applications lapsed, UTC.</summary>
    private static async Task<ILookup<Guid, DateTimeOffset>> LapsedUnderAsync(
        PilotSession session,
        IReadOnlyList<Guid> applications,
        CancellationToken ct
    ) =>
        (
            await session
                .Db.DueActions.Where(d =>
                    d.Kind == DueActionKind.LapseDraft
                    && EF.Parameter(applications).Contains(d.SubjectId)
                )
                .Select(d => new { d.SubjectId, d.DueAt })
                .ToListAsync(ct)
        ).ToLookup(d => d.SubjectId, d => d.DueAt);

    // One of the chunk was changed meanwhile: the others must not wait for the next run.
    private static async Task<int> ReinstateOneByOneAsync(
        PilotSessions sessions,
        Guid[] chunk,
        CancellationToken ct
    )
    {
        var done = 0;
        foreach (var id in chunk)
        {
            done += await ReinstateAsync(sessions, [id], ct) ?? 0;
        }

        return done;
    }

    /// <summary>Null when the chunk met a conflict and nothing was written.</summary>
    private static async Task<int?> ReinstateAsync(
        PilotSessions sessions,
        Guid[] ids,
        CancellationToken ct
    )
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var done = 0;
        foreach (var found in await session.FindApplicationsAsync(ids, ct))
        {
            var application = found.Application;
            if (application.Reinstate(found.Submission, session.Now).Refusal is not null)
            {
                continue;
            }

            done++;
            session.Record(
                application.Act(
                    Act.ApplicationReinstated,
                    application.VersionNumber > 0
                        ? Audience.Local | Audience.Provincial
                        : Audience.Local
                )
            );
            session.Notify(
                Recipients.Organization(application.OrganizationId),
                new DeadlineMessages.Reinstated(application.Id, found.Submission)
            );
        }

        return done == 0 ? 0
            : (await session.SaveAsync(ct)).Refusal is null ? done
            : null;
    }
}

/// <summary>Applications by status, with the deadline that binds each.</summary>
internal static class OpenDrafts
{
    /// <param name="ForwardedAt">UTC; when its province sent its letter.</param>
    public sealed record Row(
        Guid ApplicationId,
        Guid OrganizationId,
        DateTimeOffset OpenSince,
        Deadline Deadline,
        DateTimeOffset? ForwardedAt
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
            .. from draft in drafts
            let call = calls[(draft.BatchId, draft.ProvinceCode)]
            select new Row(
                draft.Id,
                draft.OrganizationId,
                draft.ReturnedAt ?? draft.CreatedAt,
                call.Submission(batches[draft.BatchId], draft.CreatedAt, draft.ExtendedTo),
                call.ForwardedAt
            ),
        ];
    }
}
