using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

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
        if (
            application.Version != input.ExpectedVersion
            && ApplicationLifecycle.Table.Permits(application.Status, ApplicationAct.Edit)
        )
        {
            return ApplicationRefusals.ChangedMeanwhile(
                application.PlanSavedBy,
                application.PlanSavedAt
            );
        }

        if (
            await session.RefuseForeignFilesAsync(
                application.Plan.Attachments,
                input.Plan.Attachments,
                ct
            ) is
            { } foreign
        )
        {
            return foreign;
        }

        if (application.Edit(input.Plan, session.Actor.Name, session.Now).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(application.Act("Saved", Audience.None));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new View(
                application.Version,
                session.Now,
                WorkPlanRules.Check(application.Plan, found.Batch),
                ContentHash.Of(ContentHash.Write(application.Plan))
            );
    }
}
