using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>
/// Autosave: keeps the report as it stands. Addressees go on reading the filed version. Two people editing see each other's
/// change before overwriting it, by the row version.
/// </summary>
public sealed class SaveReport(PilotSessions sessions)
{
    /// <param name="ObligationId">The report.</param>
    /// <param name="ExpectedVersion">Row version the editor started from.</param>
    /// <param name="Content">The whole report.</param>
    public sealed record Input(Guid ObligationId, int ExpectedVersion, ReportContent Content);

    /// <param name="Version">Row version to save on next time.</param>
    /// <param name="SavedAt">UTC.</param>
    /// <param name="Gaps">What is missing before filing.</param>
    public sealed record View(int Version, DateTimeOffset SavedAt, IReadOnlyList<ReportGap> Gaps);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditReports, ct);
        if (await session.FindReportAsync(input.ObligationId, ct) is not { } obligation)
        {
            return ReportRefusals.NotFound();
        }

        session.Expect(
            obligation,
            input.ExpectedVersion,
            ReportRefusals.ChangedMeanwhile(obligation.SavedBy, obligation.SavedAt)
        );

        if (
            await session.RefuseForeignFilesAsync(
                obligation.Content.Attachments,
                input.Content.Attachments,
                ct
            ) is
            { } foreign
        )
        {
            return session.Refuse(foreign);
        }

        var standing = obligation.Standing();
        var edited = obligation.Edit(input.Content, session.Actor.Name, session.Now);
        if (edited.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        await ReportHistory.Drafts.KeepAsync(session, standing, always: false, ct);
        session.Record(obligation.Act(Act.ProgressReportSaved, Audience.None));
        return await session.SaveAsync(
            () =>
                new View(obligation.Version, session.Now, ReportAccess.GapsOf(obligation.Content)),
            ct
        );
    }
}
