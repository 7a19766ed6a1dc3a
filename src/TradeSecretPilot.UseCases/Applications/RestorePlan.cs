using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Drafts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>
/// 恢复: puts an earlier text of the draft in the place of the present one, which is kept beside the others. The attachments stay
/// as they are: a file is no text, and one that was removed may be gone.
/// </summary>
public sealed class RestorePlan(PilotSessions sessions)
{
    /// <param name="DraftId">The entry of the history.</param>
    /// <param name="Seen">Row version of the text that it was compared with.</param>
    public sealed record Input(Guid ApplicationId, Guid DraftId, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditApplication, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        session.Expect(
            application,
            input.Seen,
            ApplicationRefusals.ChangedMeanwhile(application.PlanSavedBy, application.PlanSavedAt)
        );
        var history = PlanHistory.Drafts;
        if (await history.FindAsync(session, application.Id, input.DraftId, ct) is not { } earlier)
        {
            return DraftRefusals.NotFound();
        }

        var standing = application.Standing();
        if (
            application
                .Edit(
                    earlier with
                    {
                        Attachments = application.Plan.Attachments,
                    },
                    found.Batch,
                    session.Actor.Name,
                    session.Now
                )
                .Refusal is
            { } refusal
        )
        {
            return session.Refuse(refusal);
        }

        await history.KeepAsync(session, standing, always: true, ct);
        session.Record(application.Act(Act.ApplicationRestored, Audience.None));
        return await session.SaveAsync(ct);
    }
}
