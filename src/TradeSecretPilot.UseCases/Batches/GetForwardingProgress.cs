using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>上报进度: one row a province, with counts of what is still there and what its letter brought.</summary>
[OneSnapshot]
public sealed class GetForwardingProgress(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public sealed record View(BatchView Batch, IReadOnlyList<Row> Provinces);

    public sealed record Row
    {
        public required string ProvinceCode { get; init; }

        public required string ProvinceName { get; init; }

        /// <summary>The province's deadline for its regions.</summary>
        public required Deadline Submission { get; init; }

        public required Deadline Forwarding { get; init; }

        /// <summary>Submitted and under review.</summary>
        public required int Submitted { get; init; }

        public required int Returned { get; init; }

        public required int Recommended { get; init; }

        public required int Declined { get; init; }

        public required int Forwarded { get; init; }

        public required string? LetterNumber { get; init; }

        public required DateTimeOffset? ForwardedAt { get; init; }

        /// <summary>The latest sealed copy of the letter; null while none was uploaded.</summary>
        public required Guid? SealedLetterId { get; init; }

        /// <summary>What the transition table and this actor's role allow now.</summary>
        public required IReadOnlyList<ProvincialCallAct> Acts { get; init; }
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ViewForwarding, ct);
        return await ReadAsync(session, input, ct);
    }

    internal static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var calls = await (
            from c in session.Db.ProvincialCalls.AsNoTracking()
            where c.BatchId == batch.Id
            join d in session.Db.Divisions on c.ProvinceCode equals d.Code
            orderby c.ProvinceCode
            select new { Call = c, d.Name }
        ).ToListAsync(ct);
        var letters = (
            await session
                .Db.SealedCopies.Where(s =>
                    s.Subject == SealedSubject.ForwardingLetter
                    && session.Db.ProvincialCalls.Any(c =>
                        c.Id == s.SubjectId && c.BatchId == batch.Id
                    )
                )
                .OrderByDescending(s => s.UploadedAt)
                .ThenByDescending(s => s.Id)
                .Select(s => new { s.Id, s.SubjectId })
                .ToListAsync(ct)
        ).ToLookup(s => s.SubjectId, s => (Guid?)s.Id);
        var counts = (await ProvincialCounts.ReadAsync(session.Db, batch.Id, ct)).ToLookup(c =>
            c.ProvinceCode
        );
        int Count(string province, ApplicationStatus status) =>
            counts[province].Where(c => c.Status == status).Sum(c => c.Number);
        return new View(
            BatchView.Of(batch, session.Actor),
            [
                .. calls.Select(c => new Row
                {
                    ProvinceCode = c.Call.ProvinceCode,
                    ProvinceName = c.Name,
                    Submission = c.Call.Submission(batch),
                    Forwarding = c.Call.Forwarding(batch),
                    Submitted = Count(c.Call.ProvinceCode, ApplicationStatus.Submitted),
                    Returned = Count(c.Call.ProvinceCode, ApplicationStatus.Returned),
                    Recommended = Count(c.Call.ProvinceCode, ApplicationStatus.Recommended),
                    Declined = Count(c.Call.ProvinceCode, ApplicationStatus.Declined),
                    Forwarded = c.Call.ForwardedCount,
                    LetterNumber = c.Call.LetterNumber,
                    ForwardedAt = c.Call.ForwardedAt,
                    SealedLetterId = letters[c.Call.Id].FirstOrDefault(),
                    Acts = ProvincialCallActs.Of(c.Call, batch, session.Actor, session.Now),
                }),
            ]
        );
    }
}
