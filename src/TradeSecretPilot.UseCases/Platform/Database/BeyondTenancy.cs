using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// The business rows that two reads need past their actor's tenancy. Nothing else may use them: what those reads give out is
/// counts, and scores without names.
/// </summary>
internal static class BeyondTenancy
{
    /// <summary>Applications of every province, drafts included: to be counted.</summary>
    public static IQueryable<Application> ApplicationsOfAnyProvince(this PilotDbContext db) =>
        db.Applications.IgnoreQueryFilters();

    /// <summary>Score sheets of every expert: for an open panel, without names.</summary>
    public static IQueryable<ScoreSheet> ScoreSheetsOfAnyExpert(this PilotDbContext db) =>
        db.ScoreSheets.IgnoreQueryFilters();
}
