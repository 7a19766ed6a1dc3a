using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>The decision record: what was decided by whom, and what was published of it.</summary>
[RecordsViewing(Act.ScoresRead)]
[OneSnapshot]
public sealed class GetDecision(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public sealed record View
    {
        public required BatchView Batch { get; init; }

        public required string DecisionNumber { get; init; }

        /// <summary>UTC.</summary>
        public required DateTimeOffset DecidedAt { get; init; }

        public required string DecidedBy { get; init; }

        public required string ProposedBy { get; init; }

        /// <summary>In the order of divisions.</summary>
        public required IReadOnlyList<Row> Selected { get; init; }

        /// <summary>By place in the appraisal.</summary>
        public required IReadOnlyList<Row> NotSelected { get; init; }

        /// <summary>The instant (UTC) from which publication is late has passed.</summary>
        public required bool IsOverdue { get; init; }

        /// <summary>The actor may publish, and it is not published yet.</summary>
        public required bool MayPublish { get; init; }

        /// <summary>Null until published.</summary>
        public required AnnouncementView? Announcement { get; init; }
    }

    public sealed record Row(
        Guid ApplicationId,
        string RegionName,
        string ProvinceName,
        DivisionLevel Level,
        int Place,
        int MeanHundredths,
        string? Reason
    );

    /// <param name="PublishedAt">UTC.</param>
    public sealed record AnnouncementView(
        string DocumentNumber,
        DateTimeOffset PublishedAt,
        string PublishedBy,
        bool IsLate,
        string? LateReason
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DraftSelection, ct);
        return await session.ShowAsync(input.BatchId, await ReadAsync(session, input, ct), ct);
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

        var selection = await db
            .Selections.AsNoTracking()
            .SingleOrDefaultAsync(s => s.BatchId == batch.Id, ct);
        if (selection is not { Status: SelectionStatus.Decided })
        {
            return SelectionRefusals.NotDecided();
        }

        var announcement = await db
            .Announcements.Where(a => a.BatchId == batch.Id)
            .Select(a => new AnnouncementView(
                a.DocumentNumber,
                a.PublishedAt,
                a.PublishedBy,
                a.IsLate,
                a.LateReason
            ))
            .SingleOrDefaultAsync(ct);
        var settled = await (
            from a in session.AppraisedIn(batch.Id)
            join d in db.Divisions on a.ProvinceCode equals d.Code
            orderby a.ProvinceCode, a.Number
            select new
            {
                a.Id,
                a.Status,
                a.RegionName,
                ProvinceName = d.Name,
                a.Level,
                Place = a.AppraisalRank!.Value,
                Mean = a.MeanHundredths!.Value,
            }
        ).ToListAsync(ct);
        var reasons = selection.Choices.ToDictionary(c => c.ApplicationId, c => c.Reason);
        var rows = settled.ToLookup(
            a => a.Status == ApplicationStatus.Selected,
            a => new Row(
                a.Id,
                a.RegionName,
                a.ProvinceName,
                a.Level,
                a.Place,
                a.Mean,
                reasons.GetValueOrDefault(a.Id)
            )
        );
        return new View
        {
            Batch = BatchView.Of(batch, session.Actor),
            DecisionNumber = selection.DecisionNumber!,
            DecidedAt = selection.DecidedAt!.Value,
            DecidedBy = selection.DecidedBy!,
            ProposedBy = selection.ProposedBy!,
            Selected = [.. rows[true]],
            NotSelected = [.. rows[false].OrderBy(r => r.Place)],
            IsOverdue = Deadline.HasPassed(batch.PublishBy, session.Now),
            MayPublish = announcement is null && session.Actor.May(Permission.DecideSelection),
            Announcement = announcement,
        };
    }
}
