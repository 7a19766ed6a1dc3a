using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>专家库: the pool, with what each expert has to score in a batch.</summary>
[OneSnapshot]
public sealed class ListExperts(PilotSessions sessions)
{
    public sealed record Input
    {
        public required Guid BatchId { get; init; }

        /// <summary>Looked for in the name, unit and specialty.</summary>
        public string? Text { get; init; }

        public Paging Paging { get; init; } = new();
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string Unit { get; init; }

        public required string Specialty { get; init; }

        /// <summary>Null for central units.</summary>
        public required string? ProvinceName { get; init; }

        public required bool IsOnPanel { get; init; }

        /// <summary>Plans of the batch given to the expert and not recused.</summary>
        public required int Load { get; init; }
    }

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        return await Found(session.Db, input).ToPageAsync(input.Paging, ct);
    }

    /// <summary>The list before it is cut into pages.</summary>
    internal static IQueryable<Row> Found(PilotDbContext db, Input input)
    {
        return db
            .Experts.Search(input.Text)
            .OrderBy(e => EF.Property<string>(e, NameColumns.SortKey))
            .ThenBy(e => e.Id)
            .Select(e => new Row
            {
                Id = e.Id,
                Name = e.Name,
                Unit = e.Unit,
                Specialty = e.Specialty,
                ProvinceName = db
                    .Divisions.Where(d => d.Code == e.ProvinceCode)
                    .Select(d => d.Name)
                    .FirstOrDefault(),
                IsOnPanel = db.ExpertPanels.Any(p =>
                    p.BatchId == input.BatchId && p.Members.Any(m => m.ExpertId == e.Id)
                ),
                Load = db.ScoreSheets.Count(s =>
                    s.BatchId == input.BatchId
                    && s.ExpertId == e.Id
                    && ScoreSheetLifecycle.Held.Contains(s.Status)
                ),
            });
    }
}
