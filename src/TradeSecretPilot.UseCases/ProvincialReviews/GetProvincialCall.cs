using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>排序上报: the province's deadlines, its recommendations in order, and its letter.</summary>
[OneSnapshot]
public sealed class GetProvincialCall(PilotSessions sessions)
{
    /// <param name="Batch">Null for the latest batch.</param>
    public sealed record Input(BatchKey? Batch = null);

    public sealed record View
    {
        public required BatchView Batch { get; init; }

        public required string ProvinceName { get; init; }

        /// <summary>The deadline for the regions.</summary>
        public required Deadline Submission { get; init; }

        /// <summary>The province has set a deadline of its own.</summary>
        public required bool HasOwnDeadline { get; init; }

        public required Deadline Forwarding { get; init; }

        /// <summary>Ranked ones first, in order; then those without a place.</summary>
        public required IReadOnlyList<Row> Recommended { get; init; }

        /// <summary>The recommended plans, their places and their versions.</summary>
        public required Seen Seen { get; init; }

        /// <summary>Submitted plans still without a conclusion.</summary>
        public required int Waiting { get; init; }

        public required string? LetterNumber { get; init; }

        public required DateTimeOffset? ForwardedAt { get; init; }

        public required string? ReceiptNumber { get; init; }

        /// <summary>Fingerprint of the letter that was sent; null before.</summary>
        public required string? LetterSha256 { get; init; }

        /// <summary>盖章件 of the letter, latest first.</summary>
        public required IReadOnlyList<SealedCopyView> SealedLetters { get; init; }

        /// <summary>The actor may decide: decline, deadline, letter.</summary>
        public required bool MayDecide { get; init; }

        /// <summary>What the transition table and this actor's role allow now.</summary>
        public required IReadOnlyList<ProvincialCallAct> Acts { get; init; }
    }

    /// <param name="IsSealed">A sealed copy of that version was uploaded.</param>
    public sealed record Row(
        Guid ApplicationId,
        string Number,
        string RegionName,
        DivisionLevel Level,
        int? Rank,
        int VersionNumber,
        ApplicationStatus Status,
        bool IsSealed
    );

    /// <summary>Which plans are recommended, in which places and versions.</summary>
    internal static Seen SeenOf(IEnumerable<Application> recommended) =>
        SeenOf(recommended.Select(a => (a.Id, a.Rank, a.VersionNumber)));

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        return await ReadAsync(session, input, ct);
    }

    internal static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        var db = session.Db;
        if (await session.ChooseBatchAsync(input.Batch, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var call = await db
            .ProvincialCalls.AsNoTracking()
            .SingleOrDefaultAsync(c => c.BatchId == batch.Id, ct);
        if (call is null)
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        var province = await db
            .Divisions.Where(d => d.Code == call.ProvinceCode)
            .Select(d => d.Name)
            .SingleAsync(ct);
        var receipt = await db
            .Receipts.Where(r => r.SubjectId == call.Id)
            .Select(r => new { r.Number, r.ContentSha256 })
            .SingleOrDefaultAsync(ct);
        var waiting = await db.Applications.CountAsync(
            a => a.BatchId == batch.Id && a.Status == ApplicationStatus.Submitted,
            ct
        );
        var rows = await db
            .Applications.Where(a => a.BatchId == batch.Id)
            .Where(a => a.Status == ApplicationStatus.Recommended || a.ForwardedAt != null)
            .OrderBy(a => a.Rank ?? int.MaxValue)
            .ThenBy(a => a.Number)
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.RegionName,
                a.Level,
                a.Rank,
                a.VersionNumber,
                Forwarded = a.ForwardedAt != null,
                IsSealed = db.PlanVersions.Any(v =>
                    v.ApplicationId == a.Id
                    && v.Number == a.VersionNumber
                    && db.SealedCopies.Any(s =>
                        s.SubjectId == a.Id && s.ContentSha256 == v.ContentSha256
                    )
                ),
            })
            .ToListAsync(ct);
        return new View
        {
            Batch = BatchView.Of(batch, session.Actor),
            ProvinceName = province,
            Submission = call.Submission(batch),
            HasOwnDeadline = call.SubmissionDeadline is not null,
            Forwarding = call.Forwarding(batch),
            Recommended =
            [
                .. rows.Select(a => new Row(
                    a.Id,
                    a.Number,
                    a.RegionName,
                    a.Level,
                    a.Rank,
                    a.VersionNumber,
                    a.Forwarded ? ApplicationStatus.Forwarded : ApplicationStatus.Recommended,
                    a.IsSealed
                )),
            ],
            Seen = SeenOf(
                rows.Where(a => !a.Forwarded).Select(a => (a.Id, a.Rank, a.VersionNumber))
            ),
            Waiting = waiting,
            LetterNumber = call.LetterNumber,
            ForwardedAt = call.ForwardedAt,
            ReceiptNumber = receipt?.Number,
            LetterSha256 = receipt?.ContentSha256,
            SealedLetters = await session.ReadSealedCopiesAsync(
                call.Id,
                receipt?.ContentSha256,
                ct
            ),
            MayDecide = session.Actor.May(Permission.DecideForProvince),
            Acts = ProvincialCallActs.Of(call, batch, session.Actor, session.Now),
        };
    }

    private static Seen SeenOf(IEnumerable<(Guid Id, int? Rank, int Version)> plans) =>
        Seen.Of(
            plans
                .OrderBy(p => p.Rank ?? int.MaxValue)
                .ThenBy(p => p.Id)
                .SelectMany(p => new object?[] { p.Id, p.Rank, p.Version })
        );
}
