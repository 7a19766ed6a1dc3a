using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.SealedCopies;

/// <summary>
/// Keeps the sealed copy of the own plan: of the text as it stands, or of a version already submitted while the province has it.
/// </summary>
public sealed class UploadSealedPlan(PilotSessions sessions, FileIntake intake)
{
    /// <param name="ContentSha256">Fingerprint of the text that was printed.</param>
    public sealed record Input(Guid ApplicationId, string ContentSha256, Upload Scan);

    public async Task<Result<SealedCopyView>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UploadFiles, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        if (!application.CanBeSealed())
        {
            return SealedCopyRefusals.NoLongerTaken();
        }

        var isPresent =
            ApplicationLifecycle.Table.Permits(application.Status, ApplicationAct.Edit)
            && ContentHash.Fingerprint(application.Plan) == input.ContentSha256;
        var isVersion = await session.Db.PlanVersions.AnyAsync(
            v =>
                v.ApplicationId == application.Id
                && v.Number == application.VersionNumber
                && v.ContentSha256 == input.ContentSha256,
            ct
        );
        return isPresent || isVersion
            ? await session.SealAsync(
                intake,
                input.Scan,
                new SealedText(
                    SealedSubject.Application,
                    application.Id,
                    input.ContentSha256,
                    application.OrganizationId,
                    application.ProvinceCode
                ),
                note =>
                    application.Act(
                        Act.ApplicationSealed,
                        isVersion ? Audience.Local | Audience.Provincial : Audience.Local,
                        note
                    ),
                ct
            )
            : SealedCopyRefusals.OtherText();
    }
}
