using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>专家组 of a batch: who sits on it and how far each is.</summary>
[OneSnapshot]
public sealed class GetPanel(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public sealed record View
    {
        public required BatchView Batch { get; init; }

        /// <summary>The last day for scoring; null while there is no panel.</summary>
        public required DateOnly? ScoresDueOn { get; init; }

        /// <summary>UTC; from here the experts see one another's scores.</summary>
        public required DateTimeOffset? OpenedAt { get; init; }

        public required IReadOnlyList<Member> Members { get; init; }

        /// <summary>Who is on the panel, and until when it scores.</summary>
        public Seen Seen => AppraisalSeen.OfPanel(ScoresDueOn, Members.Select(m => m.ExpertId));

        /// <summary>Plans forwarded in the batch.</summary>
        public required int Plans { get; init; }

        /// <summary>Sheets that all plans need together.</summary>
        public int SheetsNeeded => Plans * Batch.SheetsPerPlan;
    }

    public sealed record Member
    {
        public required Guid ExpertId { get; init; }

        public required string Name { get; init; }

        public required string Unit { get; init; }

        public required string Specialty { get; init; }

        /// <summary>Null for central units.</summary>
        public required string? ProvinceName { get; init; }

        /// <summary>Given and not answered yet.</summary>
        public required int Assigned { get; init; }

        public required int Accepted { get; init; }

        public required int Submitted { get; init; }

        public required int Recused { get; init; }

        /// <summary>Taken back by the working group.</summary>
        public required int Released { get; init; }

        /// <summary>UTC; when the working group last reminded by hand.</summary>
        public required DateTimeOffset? UrgedAt { get; init; }

        /// <summary>Sheets that are not submitted.</summary>
        public int Open => Assigned + Accepted;
    }

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        return await ReadAsync(session, input, ct);
    }

    internal static async Task<Result<View>> ReadAsync(
        PilotSession session,
        Input input,
        CancellationToken ct
    )
    {
        var db = session.Db;
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var panel = await db
            .ExpertPanels.Where(p => p.BatchId == batch.Id)
            .Select(p => new { p.ScoresDueOn, p.OpenedAt })
            .SingleOrDefaultAsync(ct);
        var sheets = db.ScoreSheets.Where(s => s.BatchId == batch.Id);
        var members = await (
            from m in db.ExpertPanels.Where(p => p.BatchId == batch.Id).SelectMany(p => p.Members)
            join e in db.Experts on m.ExpertId equals e.Id
            orderby EF.Property<string>(e, NameColumns.SortKey), e.Id
            select new Member
            {
                ExpertId = e.Id,
                Name = e.Name,
                Unit = e.Unit,
                Specialty = e.Specialty,
                ProvinceName = db
                    .Divisions.Where(d => d.Code == e.ProvinceCode)
                    .Select(d => d.Name)
                    .FirstOrDefault(),
                Assigned = sheets.Count(s =>
                    s.ExpertId == e.Id && s.Status == ScoreSheetStatus.Assigned
                ),
                Accepted = sheets.Count(s =>
                    s.ExpertId == e.Id && s.Status == ScoreSheetStatus.Accepted
                ),
                Submitted = sheets.Count(s =>
                    s.ExpertId == e.Id && s.Status == ScoreSheetStatus.Submitted
                ),
                Recused = sheets.Count(s =>
                    s.ExpertId == e.Id && s.Status == ScoreSheetStatus.Recused
                ),
                Released = sheets.Count(s =>
                    s.ExpertId == e.Id && s.Status == ScoreSheetStatus.Released
                ),
                UrgedAt = m.UrgedAt,
            }
        ).ToListAsync(ct);
        return new View
        {
            Batch = BatchView.Of(batch, session.Actor),
            ScoresDueOn = panel?.ScoresDueOn,
            OpenedAt = panel?.OpenedAt,
            Members = members,
            Plans = await db.Applications.CountAsync(
                a => a.BatchId == batch.Id && a.ForwardedAt != null,
                ct
            ),
        };
    }
}
