using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>要求补充材料 by one addressee; the region and the other addressee read the note.</summary>
public sealed class RequestSupplement(PilotSessions sessions)
{
    /// <param name="ObligationId">The report.</param>
    /// <param name="VersionNumber">The filed version that was read.</param>
    /// <param name="Note">What is to be supplemented.</param>
    public sealed record Input(Guid ObligationId, int VersionNumber, string Note);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
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

        var requested = obligation.RequestSupplement(addressee, input.Note, session.Now);
        if (requested.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(
            obligation.Act(
                Act.ProgressReportSupplementRequested,
                Audience.Everyone,
                input.Note.Trim()
            )
        );
        session.Notify(
            Recipients.Organization(obligation.OrganizationId),
            new ReportMessages.SupplementRequested(addressee, obligation)
        );
        return await session.SaveAsync(ct);
    }
}
