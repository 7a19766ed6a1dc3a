using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Operations;

/// <summary>Records in the audit trail that a person commands background jobs by hand, before it is carried out.</summary>
public sealed class CommandJobs(PilotSessions sessions)
{
    /// <param name="Command">What is commanded, such as <c>recurring/trigger</c>.</param>
    /// <param name="Jobs">Which jobs, by their ids.</param>
    public sealed record Input(string Command, IReadOnlyList<string> Jobs);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageJobs, ct);
        session.Record(
            new ActRecord(Act.JobCommanded, Guid.Empty)
            {
                Note = $"{input.Command} · {string.Join(", ", input.Jobs)}",
            }
        );
        return await session.SaveAsync(ct);
    }
}
