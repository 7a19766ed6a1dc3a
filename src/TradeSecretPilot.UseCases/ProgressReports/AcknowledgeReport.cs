using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>签收 by one addressee; SAMR and the province each on its own (四（三）).</summary>
public sealed class AcknowledgeReport(PilotSessions sessions)
{
    /// <param name="ObligationId">The report.</param>
    /// <param name="VersionNumber">The filed version that was read; a later one is not acknowledged unread.</param>
    public sealed record Input(Guid ObligationId, int VersionNumber);

    /// <param name="Status">Acknowledged once both addressees did.</param>
    public sealed record View(ReportStatus Status);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.AnswerReports, ct);
        if (
            session.Actor.AsAddressee() is not { } addressee
            || await session.FindReportAsync(input.ObligationId, ct) is not { } obligation
        )
        {
            return ReportRefusals.NotFound();
        }

        if (obligation.VersionNumber != input.VersionNumber)
        {
            return PlatformRefusals.ChangedMeanwhile();
        }

        if (obligation.Acknowledge(addressee, session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(obligation.Act("Acknowledged", Audience.Everyone));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict ? conflict : new View(obligation.Status);
    }
}
