using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// 恢复: puts an earlier text of the draft in the place of the present one, which is kept beside the others. The attachments stay
/// as they are: a file is no text, and one that was removed may be gone.
/// </summary>
public sealed class RestoreReport(PilotSessions sessions)
{
    /// <param name="DraftId">The entry of the history.</param>
    /// <param name="Seen">Row version of the text that it was compared with.</param>
    public sealed record Input(Guid ObligationId, Guid DraftId, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditReports, ct);
        if (await session.FindReportAsync(input.ObligationId, ct) is not { } report)
        {
            return ReportRefusals.NotFound();
        }

        session.Expect(
            report,
            input.Seen,
            ReportRefusals.ChangedMeanwhile(report.SavedBy, report.SavedAt)
        );
        var history = ReportHistory.Drafts;
        if (await history.FindAsync(session, report.Id, input.DraftId, ct) is not { } earlier)
        {
            return DraftRefusals.NotFound();
        }

        var standing = report.Standing();
        var restored = report.Edit(
            earlier with
            {
                Attachments = report.Content.Attachments,
            },
            session.Actor.Name,
            session.Now
        );
        if (restored.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        await history.KeepAsync(session, standing, always: true, ct);
        session.Record(report.Act(Act.ProgressReportRestored, Audience.None));
        return await session.SaveAsync(ct);
    }
}
