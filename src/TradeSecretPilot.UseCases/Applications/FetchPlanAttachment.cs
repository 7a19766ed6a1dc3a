using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>The file of an attachment of a plan: of a submitted version, or for the owner of the text as it stands.</summary>
[RecordsTaking(Act.FileTaken)]
public sealed class FetchPlanAttachment(PilotSessions sessions, FileStore files)
{
    /// <param name="VersionNumber">0 for the owner's unsent text.</param>
    public sealed record Input(Guid ApplicationId, int VersionNumber, Guid AttachmentId);

    public async Task<Result<FileView>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        var isOwner = session.Actor.OrganizationKind == OrganizationKind.LocalGovernment;
        var plan =
            input.VersionNumber == 0 && isOwner
                ? await session
                    .Db.Applications.Where(a => a.Id == input.ApplicationId)
                    .Select(a => a.Plan)
                    .SingleOrDefaultAsync(ct)
                : await session
                    .Db.PlanVersions.Where(v =>
                        v.ApplicationId == input.ApplicationId && v.Number == input.VersionNumber
                    )
                    .Select(v => v.Plan)
                    .SingleOrDefaultAsync(ct);
        return plan is null
            ? ApplicationRefusals.NotFound()
            : await files.HandOutAsync(
                session,
                input.ApplicationId,
                plan.Attachments,
                input.AttachmentId,
                ct
            );
    }
}
