using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// The business rows that a few reads need past their actor's tenancy. Nothing else may use them: what those reads give out is
/// counts, scores without names, names of published pilots, and whether a list is published.
/// </summary>
internal static class BeyondTenancy
{
    /// <summary>Applications of every province, drafts included: to be counted.</summary>
    public static IQueryable<Application> ApplicationsOfAnyProvince(this PilotDbContext db) =>
        db.Applications.IgnoreQueryFilters();

    /// <summary>Score sheets of every expert: for an open panel, without names.</summary>
    public static IQueryable<ScoreSheet> ScoreSheetsOfAnyExpert(this PilotDbContext db) =>
        db.ScoreSheets.IgnoreQueryFilters();

    /// <summary>
    /// The region of an organisation with the pilots that are it or lie within it: selected, published and not concluded. None for
    /// an organisation without a region.
    /// </summary>
    public static IQueryable<Candidate> CandidatesFor(this PilotDbContext db, Guid organizationId)
    {
        var pilots = db
            .Applications.IgnoreQueryFilters()
            .Where(a =>
                a.Status == ApplicationStatus.Selected
                && a.AnnouncedAt != null
                && !db.Pilots.Any(p => p.ApplicationId == a.Id && p.Status == PilotStatus.Concluded)
            );
        return from o in db.Organizations
            where o.Id == organizationId && o.Kind == OrganizationKind.LocalGovernment
            select new Candidate(
                o.DivisionCode!,
                o.RegionName!,
                o.Level!.Value,
                o.ProvinceCode!,
                new PilotsNearby(
                    (
                        from a in pilots
                        join b in db.Batches on a.BatchId equals b.Id
                        where a.OrganizationId == o.Id
                        orderby b.Number descending
                        select (int?)b.Number
                    ).FirstOrDefault(),
                    (
                        from a in pilots
                        join own in db.Organizations on a.OrganizationId equals own.Id
                        join d in db.Divisions on own.DivisionCode equals d.Code
                        join above in db.Divisions on d.ParentCode equals above.Code
                        where above.Code == o.DivisionCode || above.ParentCode == o.DivisionCode
                        orderby a.Number
                        select a.RegionName
                    ).FirstOrDefault()
                )
            );
    }

    /// <summary>Whether the list that a selection decided is published: nothing else of it.</summary>
    public static Task<bool> IsDecisionPublicAsync(
        this PilotDbContext db,
        Guid selectionId,
        CancellationToken ct
    ) =>
        (
            from s in db.Selections.IgnoreQueryFilters()
            where s.Id == selectionId
            join n in db.Announcements on s.BatchId equals n.BatchId
            select n.Id
        ).AnyAsync(ct);
}
