using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.SealedCopies;

/// <summary>Keeps the sealed copy of the letter that the province has sent.</summary>
public sealed class UploadSealedLetter(PilotSessions sessions, FileIntake intake)
{
    public sealed record Input(Guid BatchId, Upload Scan);

    public async Task<Result<SealedCopyView>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindCallAsync(input.BatchId, ct) is not var (call, _))
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        var sha256 = await session
            .Db.Receipts.Where(r => r.SubjectId == call.Id)
            .Select(r => r.ContentSha256)
            .SingleOrDefaultAsync(ct);
        return sha256 is null
            ? SealedCopyRefusals.LetterNotForwarded()
            : await session.SealAsync(
                intake,
                input.Scan,
                new SealedText(
                    SealedSubject.ForwardingLetter,
                    call.Id,
                    sha256,
                    call.OrganizationId,
                    call.ProvinceCode
                ),
                note => call.Act(Act.ProvincialCallSealed, note),
                ct
            );
    }
}
