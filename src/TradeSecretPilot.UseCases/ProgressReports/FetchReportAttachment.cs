using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.ProgressReports;

/// <summary>The file of an attachment of a report: of a filed version, or for the region of the text as it stands.</summary>
[RecordsTaking(Act.FileTaken)]
public sealed class FetchReportAttachment(PilotSessions sessions, FileStore files)
{
    /// <param name="VersionNumber">0 for the region's unfiled text.</param>
    public sealed record Input(Guid ObligationId, int VersionNumber, Guid AttachmentId);

    public async Task<Result<FileView>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewPilots, ct);
        var isOwner = session.Actor.OrganizationKind == OrganizationKind.LocalGovernment;
        var content =
            input.VersionNumber == 0 && isOwner
                ? await session
                    .Db.ReportObligations.Where(o => o.Id == input.ObligationId)
                    .Select(o => o.Content)
                    .SingleOrDefaultAsync(ct)
                : await session
                    .Db.ReportVersions.Where(v =>
                        v.ObligationId == input.ObligationId && v.Number == input.VersionNumber
                    )
                    .Select(v => v.Content)
                    .SingleOrDefaultAsync(ct);
        return content is null
            ? ReportRefusals.NotFound()
            : await files.HandOutAsync(
                session,
                input.ObligationId,
                content.Attachments,
                input.AttachmentId,
                ct
            );
    }
}
