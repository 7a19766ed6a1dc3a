using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>Divisions that a batch names in or out.</summary>
internal static class NamedDivisions
{
    /// <summary>Why those of <paramref name="eligibility"/> cannot be named; null when each of them could apply somewhere.</summary>
    public static async Task<Refusal?> RefuseNamesAsync(
        this PilotSession session,
        Eligibility eligibility,
        CancellationToken ct
    )
    {
        string[] named = [.. eligibility.Included, .. eligibility.Excluded];
        if (named.Length == 0)
        {
            return null;
        }

        var known = await session
            .Db.Divisions.Where(d => named.Contains(d.Code) && d.Level != DivisionLevel.Province)
            .Select(d => d.Code)
            .ToListAsync(ct);
        string[] unknown = [.. named.Except(known, StringComparer.Ordinal)];
        return unknown.Length > 0 ? EligibilityRefusals.NamesUnknown(unknown) : null;
    }
}
