using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>An application with what decides on its deadlines.</summary>
internal sealed record ApplicationCase(Application Application, Batch Batch, ProvincialCall Call)
{
    public Deadline Submission => Call.Submission(Batch, Application);

    public Deadline Forwarding => Call.Forwarding(Batch);
}

internal static class ApplicationAccess
{
    /// <summary>Loads an application within the actor's remit; null when there is none, foreign ones included.</summary>
    public static async Task<ApplicationCase?> FindApplicationAsync(
        this PilotSession session,
        Guid id,
        CancellationToken ct
    ) =>
        await (
            from a in session.Db.Applications
            where a.Id == id
            join b in session.Db.Batches on a.BatchId equals b.Id
            join c in session.Db.ProvincialCalls
                on new { a.BatchId, a.ProvinceCode } equals new { c.BatchId, c.ProvinceCode }
            select new ApplicationCase(a, b, c)
        ).SingleOrDefaultAsync(ct);

    /// <summary>An act on an application, for audit and timeline.</summary>
    public static Act Act(
        this Application application,
        string name,
        Audience audience,
        string? note = null
    ) =>
        new($"Application.{name}", application.Id)
        {
            OwnerId = application.OrganizationId,
            ProvinceCode = application.ProvinceCode,
            Audience = audience,
            Note = note,
        };

    /// <summary>
    /// The status as this actor may know it: until publication the outcome of the appraisal stays with SAMR, and everyone
    /// below reads 已上报.
    /// </summary>
    public static ApplicationStatus SeenBy(
        this ApplicationStatus status,
        Actor actor,
        DateTimeOffset? announcedAt
    ) =>
        announcedAt is null
        && actor.OrganizationKind != Domain.Organizations.OrganizationKind.NationalRegulator
        && !actor.IsSystem
        && status
            is (
                ApplicationStatus.Appraised
                or ApplicationStatus.Selected
                or ApplicationStatus.NotSelected
            )
            ? ApplicationStatus.Forwarded
            : status;
}
