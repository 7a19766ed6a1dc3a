using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Workflow;

/// <summary>
/// What SAMR may know of applications still with a province: how many there are in which status, and nothing else. The
/// one place where business rows are counted past tenancy.
/// </summary>
internal static class ProvincialCounts
{
    public sealed record Count(string ProvinceCode, ApplicationStatus Status, int Number);

    public static Task<List<Count>> ReadAsync(
        PilotDbContext db,
        Guid batchId,
        CancellationToken ct
    ) =>
        db.ApplicationsOfAnyProvince()
            .Where(a => a.BatchId == batchId && a.VersionNumber > 0)
            .GroupBy(a => new { a.ProvinceCode, a.Status })
            .Select(g => new Count(g.Key.ProvinceCode, g.Key.Status, g.Count()))
            .ToListAsync(ct);
}
