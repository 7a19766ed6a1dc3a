using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>The record of one application: header, plan, timeline and what this actor may do now.</summary>
[RecordsViewing(Act.PlanRead)]
[OneSnapshot]
public sealed class GetApplication(PilotSessions sessions)
{
    /// <param name="VersionNumber">A submitted version; null for the latest the actor may read.</param>
    public sealed record Input(Guid ApplicationId, int? VersionNumber = null);

    public sealed record View
    {
        public required Guid Id { get; init; }

        /// <summary>Row version.</summary>
        public required int Version { get; init; }

        /// <summary>UTC; when the owner's text was saved last, for its owner only.</summary>
        public DateTimeOffset? PlanSavedAt { get; init; }

        public required BatchView Batch { get; init; }

        public required string Number { get; init; }

        public required string RegionName { get; init; }

        public required string OrganizationName { get; init; }

        public required string ProvinceName { get; init; }

        public required DivisionLevel Level { get; init; }

        public required ApplicationStatus Status { get; init; }

        public required Turn Turn { get; init; }

        public required Deadline Submission { get; init; }

        public required Deadline Forwarding { get; init; }

        /// <summary>The plan: the owner's present text, or a submitted version.</summary>
        public required WorkPlan Plan { get; init; }

        /// <summary>Number of the version shown; 0 for the owner's text that no version holds.</summary>
        public required int ShownVersion { get; init; }

        /// <summary>Fingerprint of the text shown.</summary>
        public required string ContentSha256 { get; init; }

        /// <summary>盖章件 that the actor may see, latest first; void ones stand for another text than the one shown.</summary>
        public required IReadOnlyList<SealedCopyView> SealedCopies { get; init; }

        /// <summary>The actor may add a sealed copy of the text shown now.</summary>
        public required bool MaySeal { get; init; }

        public required IReadOnlyList<VersionView> Versions { get; init; }

        public required Completeness Completeness { get; init; }

        public required string? Reason { get; init; }

        /// <summary>Its province's letter has gone without it.</summary>
        public required bool IsLeftOut { get; init; }

        /// <summary>With which the plan was returned last.</summary>
        public required IReadOnlyList<CommentView> Comments { get; init; }

        public required int? Rank { get; init; }

        /// <summary>Hundredths of a point; only for SAMR.</summary>
        public required int? MeanHundredths { get; init; }

        public required int? AppraisalRank { get; init; }

        public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

        /// <summary>What the transition table and this actor's role allow now.</summary>
        public required IReadOnlyList<ApplicationAct> Acts { get; init; }
    }

    /// <param name="SubmittedAt">UTC.</param>
    public sealed record VersionView(
        int Number,
        DateTimeOffset SubmittedAt,
        string SubmittedBy,
        string ContentSha256,
        string? ReceiptNumber
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewApplications, ct);
        return await session.ShowAsync(
            input.ApplicationId,
            await ReadAsync(session, input, ct),
            ct
        );
    }

    private static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var a = found.Application;
        var db = session.Db;
        var names = await (
            from o in db.Organizations
            where o.Id == a.OrganizationId
            join d in db.Divisions on a.ProvinceCode equals d.Code
            select new { Organization = o.Name, Province = d.Name }
        ).SingleAsync(ct);
        var versions = await db
            .PlanVersions.Where(v => v.ApplicationId == a.Id)
            .OrderBy(v => v.Number)
            .Select(v => new VersionView(
                v.Number,
                v.SubmittedAt,
                v.SubmittedBy,
                v.ContentSha256,
                db.Receipts.Where(r => r.SubjectId == a.Id && r.VersionNumber == v.Number)
                    .Select(r => r.Number)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
        var isOwner = session.Actor.OrganizationKind == OrganizationKind.LocalGovernment;
        var shown = input.VersionNumber ?? (isOwner ? 0 : a.VersionNumber);
        var plan =
            shown == 0 && isOwner
                ? a.Plan
                : await db
                    .PlanVersions.Where(v => v.ApplicationId == a.Id && v.Number == shown)
                    .Select(v => v.Plan)
                    .SingleOrDefaultAsync(ct);
        if (plan is null)
        {
            return ApplicationRefusals.NotFound();
        }

        var sha256 =
            shown == 0
                ? ContentHash.Fingerprint(plan)
                : versions.Single(v => v.Number == shown).ContentSha256;
        var isNational = session.Actor.OrganizationKind == OrganizationKind.NationalRegulator;
        var seen = a.Status.SeenBy(session.Actor, a.AnnouncedAt is not null);
        return new View
        {
            Id = a.Id,
            Version = a.Version,
            PlanSavedAt = isOwner ? a.PlanSavedAt : null,
            Batch = BatchView.Of(found.Batch, session.Actor),
            Number = a.Number,
            RegionName = a.RegionName,
            OrganizationName = names.Organization,
            ProvinceName = names.Province,
            Level = a.Level,
            Status = seen,
            Turn = Turn.Of(seen, found.Submission, found.Forwarding, found.Batch),
            Submission = found.Submission,
            Forwarding = found.Forwarding,
            Plan = plan,
            ShownVersion =
                shown == 0 && versions.LastOrDefault() is { } last && last.ContentSha256 == sha256
                    ? last.Number
                    : shown,
            ContentSha256 = sha256,
            SealedCopies = await session.ReadSealedCopiesAsync(a.Id, sha256, ct),
            MaySeal = shown == 0 && a.MaySeal(session.Actor),
            Versions = versions,
            Completeness = WorkPlanRules.Check(plan, found.Batch),
            Reason = a.Reason,
            IsLeftOut = a.Status == ApplicationStatus.Lapsed && a.LapsedFrom is null,
            Comments = await session.ReadCommentsAsync(a, ct),
            Rank = isOwner ? null : a.Rank,
            MeanHundredths = isNational ? a.MeanHundredths : null,
            AppraisalRank = isNational ? a.AppraisalRank : null,
            Timeline = await session.ReadTimelineAsync(a.Id, ct),
            Acts = ApplicationActs.Of(a, found, session.Actor, session.Now),
        };
    }
}
