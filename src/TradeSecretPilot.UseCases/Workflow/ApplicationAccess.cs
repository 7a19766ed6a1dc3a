using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>An application with what decides on its deadlines.</summary>
internal sealed record ApplicationCase(Application Application, Batch Batch, ProvincialCall Call)
{
    public Deadline Submission => Call.Submission(Batch, Application);

    public Deadline Forwarding => Call.Forwarding(Batch);
}

internal static class ApplicationAccess
{
    /// <summary>Loads an application within the actor's remit; null when there is none, foreign ones included.</summary>
    public static Task<ApplicationCase?> FindApplicationAsync(
        this PilotSession session,
        Guid id,
        CancellationToken ct
    ) =>
        (
            from a in session.Db.Applications
            where a.Id == id
            join b in session.Db.Batches on a.BatchId equals b.Id
            join c in session.Db.ProvincialCalls
                on new { a.BatchId, a.ProvinceCode } equals new { c.BatchId, c.ProvinceCode }
            select new ApplicationCase(a, b, c)
        ).SingleOrDefaultAsync(ct);

    /// <summary>Loads those of the applications that are within the actor's remit, without their plans.</summary>
    public static async Task<IReadOnlyList<ApplicationCase>> FindApplicationsAsync(
        this PilotSession session,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var db = session.Db;
        var applications = await db
            .Applications.Where(a => EF.Parameter(ids).Contains(a.Id))
            .ToListWithoutTextAsync(db, ct);
        var batches = applications.Select(a => a.BatchId).Distinct().ToList();
        var calls = await (
            from c in db.ProvincialCalls
            where batches.Contains(c.BatchId)
            join b in db.Batches on c.BatchId equals b.Id
            select new { Batch = b, Call = c }
        ).ToDictionaryAsync(f => (f.Call.BatchId, f.Call.ProvinceCode), ct);
        return
        [
            .. from a in applications
            let found = calls[(a.BatchId, a.ProvinceCode)]
            select new ApplicationCase(a, found.Batch, found.Call),
        ];
    }

    /// <summary>An act on an application, for audit and timeline.</summary>
    public static ActRecord Act(
        this Application application,
        Act act,
        Audience audience,
        string? note = null
    ) =>
        new(act, application.Id)
        {
            OwnerId = application.OrganizationId,
            ProvinceCode = application.ProvinceCode,
            Audience = audience,
            Note = note,
        };

    /// <summary>Whether the actor knows outcomes before they are published: SAMR does, see <see cref="PublicStatus"/>.</summary>
    public static bool KnowsOutcomes(this Actor actor) =>
        actor.IsSystem || actor.OrganizationKind == OrganizationKind.NationalRegulator;

    /// <summary>The status as this actor may know it.</summary>
    public static ApplicationStatus SeenBy(
        this ApplicationStatus status,
        Actor actor,
        bool isPublished
    ) => actor.KnowsOutcomes() ? status : PublicStatus.Of(status, isPublished);

    /// <summary>The applications that this actor sees in a status.</summary>
    public static IQueryable<Application> SeenIn(
        this IQueryable<Application> applications,
        ApplicationStatus status,
        Actor actor
    ) =>
        actor.KnowsOutcomes()
            ? applications.Where(a => a.Status == status)
            : applications.Where(PublicStatus.Reads(status));
}
