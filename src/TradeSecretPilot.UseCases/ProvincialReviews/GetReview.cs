using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>初审工作台: the submitted version, the one before it for comparison, and the checklist with the opinion.</summary>
[RecordsNothing("A province reads what was submitted to it; its review is an act.")]
[OneSnapshot]
public sealed class GetReview(PilotSessions sessions)
{
    public sealed record Input(Guid ApplicationId);

    public sealed record View
    {
        public required Guid ApplicationId { get; init; }

        /// <summary>Row version of the application.</summary>
        public required int Version { get; init; }

        public required string Number { get; init; }

        public required string RegionName { get; init; }

        public required ApplicationStatus Status { get; init; }

        public required Turn Turn { get; init; }

        public required Deadline Submission { get; init; }

        public required Deadline Forwarding { get; init; }

        public required int VersionNumber { get; init; }

        public required DateTimeOffset? SubmittedAt { get; init; }

        public required string ContentSha256 { get; init; }

        /// <summary>盖章件 of this and of earlier versions, latest first; void ones stand for an earlier version.</summary>
        public required IReadOnlyList<SealedCopyView> SealedCopies { get; init; }

        public required string? ReceiptNumber { get; init; }

        public required WorkPlan Plan { get; init; }

        /// <summary>The version before; null for the first.</summary>
        public required WorkPlan? Previous { get; init; }

        public required IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings { get; init; }

        public required string Opinion { get; init; }

        /// <summary>批注 gathered on this version, not sent to the region yet.</summary>
        public required IReadOnlyList<ReturnComment> Draft { get; init; }

        public required DateTimeOffset? SavedAt { get; init; }

        /// <summary>Row version of the review; 0 before it was first saved.</summary>
        public required int ReviewVersion { get; init; }

        public required string? Reason { get; init; }

        /// <summary>With which the plan was returned last, and what the region says it did about each.</summary>
        public required IReadOnlyList<CommentView> Comments { get; init; }

        /// <summary>Others waiting for review, in the order of submission, this one included.</summary>
        public required IReadOnlyList<Guid> Queue { get; init; }

        public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

        public required IReadOnlyList<ApplicationAct> Acts { get; init; }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var a = found.Application;
        var db = session.Db;
        var versions = await db
            .PlanVersions.AsNoTracking()
            .Where(v => v.ApplicationId == a.Id && v.Number >= a.VersionNumber - 1)
            .OrderByDescending(v => v.Number)
            .ToListAsync(ct);
        var review = await db
            .ProvincialReviews.AsNoTracking()
            .SingleOrDefaultAsync(
                r => r.ApplicationId == a.Id && r.VersionNumber == a.VersionNumber,
                ct
            );
        var receipt = await db
            .Receipts.Where(r => r.SubjectId == a.Id && r.VersionNumber == a.VersionNumber)
            .Select(r => r.Number)
            .SingleOrDefaultAsync(ct);
        var queue = await db
            .Applications.Where(x =>
                x.BatchId == a.BatchId && x.Status == ApplicationStatus.Submitted
            )
            .OrderBy(x => x.SubmittedAt)
            .ThenBy(x => x.Number)
            .Select(x => x.Id)
            .ToListAsync(ct);
        var seen = a.Status.SeenBy(session.Actor, a.AnnouncedAt is not null);
        return new View
        {
            ApplicationId = a.Id,
            Version = a.Version,
            Number = a.Number,
            RegionName = a.RegionName,
            Status = seen,
            Turn = Turn.Of(seen, found.Submission, found.Forwarding, found.Batch),
            Submission = found.Submission,
            Forwarding = found.Forwarding,
            VersionNumber = a.VersionNumber,
            SubmittedAt = a.SubmittedAt,
            ContentSha256 = versions[0].ContentSha256,
            SealedCopies = await session.ReadSealedCopiesAsync(a.Id, versions[0].ContentSha256, ct),
            ReceiptNumber = receipt,
            Plan = versions[0].Plan,
            Previous = versions.ElementAtOrDefault(1)?.Plan,
            Findings = review?.Findings ?? new Dictionary<ReviewCheck, ReviewFinding>(),
            Opinion = review?.Opinion ?? "",
            Draft = review?.Comments ?? [],
            SavedAt = review?.SavedAt,
            ReviewVersion = review?.Version ?? 0,
            Reason = a.Reason,
            Comments = await session.ReadCommentsAsync(a, ct),
            Queue = queue,
            Timeline = await session.ReadTimelineAsync(a.Id, ct),
            Acts = ApplicationActs.Of(a, found, session.Actor, session.Now),
        };
    }
}
