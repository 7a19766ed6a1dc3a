using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Whether the account may see the background jobs and command them, as it stands now.</summary>
[OneSnapshot]
public sealed class GetJobsAccess(PilotSessions sessions)
{
    /// <returns>The account's name.</returns>
    /// <exception cref="PermissionDeniedException">It may not, or is disabled or locked.</exception>
    public async Task<string> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageJobs, ct);
        return session.Actor.Name;
    }
}
