using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

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

        session.Record(obligation.Act(Act.ProgressReportAcknowledged, Audience.Everyone));
        session.Notify(
            Recipients.Organization(obligation.OrganizationId),
            new ReportMessages.Acknowledged(addressee, obligation)
        );
        return await session.SaveAsync(() => new View(obligation.Status), ct);
    }
}
