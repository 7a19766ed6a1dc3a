using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>
/// Autosave: keeps the plan as it stands. Two people editing see each other's change before overwriting it, by the row
/// version.
/// </summary>
public sealed class SaveWorkPlan(PilotSessions sessions)
{
    /// <param name="ExpectedVersion">Row version the editor started from.</param>
    public sealed record Input(Guid ApplicationId, int ExpectedVersion, WorkPlan Plan);

    /// <param name="Version">Row version to save on next time.</param>
    /// <param name="SavedAt">UTC.</param>
    /// <param name="ContentSha256">Fingerprint of what was saved.</param>
    public sealed record View(
        int Version,
        DateTimeOffset SavedAt,
        Completeness Completeness,
        string ContentSha256
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditApplication, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        session.Expect(
            application,
            input.ExpectedVersion,
            ApplicationRefusals.ChangedMeanwhile(application.PlanSavedBy, application.PlanSavedAt)
        );

        if (
            await session.RefuseForeignFilesAsync(
                application.Plan.Attachments,
                input.Plan.Attachments,
                ct
            ) is
            { } foreign
        )
        {
            return session.Refuse(foreign);
        }

        var standing = application.Standing();
        if (
            application.Edit(input.Plan, found.Batch, session.Actor.Name, session.Now).Refusal is
            { } refusal
        )
        {
            return session.Refuse(refusal);
        }

        await PlanHistory.Drafts.KeepAsync(session, standing, always: false, ct);
        session.Record(application.Act(Act.ApplicationSaved, Audience.None));
        return await session.SaveAsync(
            () =>
                new View(
                    application.Version,
                    session.Now,
                    WorkPlanRules.Check(application.Plan, found.Batch),
                    ContentHash.Fingerprint(application.Plan)
                ),
            ct
        );
    }
}
