using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Which files the texts of plans and reports name: drafts and every version.</summary>
internal static class FileReferences
{
    /// <summary>Fingerprints that texts name. Reads them one at a time.</summary>
    /// <param name="organization">Whose texts; null for all.</param>
    public static async Task<HashSet<string>> OfAsync(
        PilotDbContext db,
        Guid? organization,
        CancellationToken ct
    )
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var attachments in TextsOf(db, organization).WithCancellation(ct))
        {
            named.UnionWith(attachments.Select(a => a.Sha256));
        }

        return named;
    }

    /// <summary>Takes out of <paramref name="fingerprints"/> what any text names. Reads every text, one at a time.</summary>
    public static async Task ExceptAllAsync(
        PilotDbContext db,
        HashSet<string> fingerprints,
        CancellationToken ct
    )
    {
        if (fingerprints.Count == 0)
        {
            return;
        }

        await foreach (var attachments in TextsOf(db, null).WithCancellation(ct))
        {
            fingerprints.ExceptWith(attachments.Select(a => a.Sha256));
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<Attachment>> TextsOf(
        PilotDbContext db,
        Guid? organization
    )
    {
        var applications = db.Applications.AsNoTracking();
        var reports = db.ReportObligations.AsNoTracking();
        if (organization is { } id)
        {
            applications = applications.Where(a => a.OrganizationId == id);
            reports = reports.Where(o => o.OrganizationId == id);
        }

        await foreach (var plan in applications.Select(a => a.Plan).AsAsyncEnumerable())
        {
            yield return plan.Attachments;
        }

        var plans = db.PlanVersions.Where(v => applications.Any(a => a.Id == v.ApplicationId));
        await foreach (var plan in plans.Select(v => v.Plan).AsAsyncEnumerable())
        {
            yield return plan.Attachments;
        }

        await foreach (var content in reports.Select(o => o.Content).AsAsyncEnumerable())
        {
            yield return content.Attachments;
        }

        var contents = db.ReportVersions.Where(v => reports.Any(o => o.Id == v.ObligationId));
        await foreach (var content in contents.Select(v => v.Content).AsAsyncEnumerable())
        {
            yield return content.Attachments;
        }
    }
}
