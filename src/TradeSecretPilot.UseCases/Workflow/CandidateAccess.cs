using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Workflow;

internal static class CandidateAccess
{
    /// <summary>The actor's region as the eligibility of a batch looks at it; null for an actor without a region.</summary>
    public static async Task<Candidate?> FindCandidateAsync(
        this PilotSession session,
        CancellationToken ct
    ) =>
        session.Actor.OrganizationId is { } own
            ? await session.Db.CandidatesFor(own).SingleOrDefaultAsync(ct)
            : null;
}
