using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>The filing window of a report opens.</summary>
internal sealed class ReportCalls : IDueMatter
{
    public DueActionKind Kind => DueActionKind.CallReport;

    public async Task<IReadOnlyList<DueItem>> FindAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        await session
            .Db.ReportObligations.Where(o =>
                o.Status == ReportStatus.NotDue && o.OpensAt <= session.Now
            )
            .OrderBy(o => o.OpensAt)
            .Select(o => new DueItem(
                DueActionKind.CallReport,
                o.Id,
                o.OpensAt,
                DueActionOutcome.Done
            ))
            .ToListAsync(ct);

    public Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    ) =>
        session.MoveAsync(
            items,
            o => o.FallDue(session.Now),
            Act.ProgressReportFellDue,
            o => new DeadlineMessages.ReportCalled(o),
            ct
        );
}

/// <summary>The due instant passed without a report.</summary>
internal sealed class MissingReports : IDueMatter
{
    public DueActionKind Kind => DueActionKind.MarkMissing;

    public async Task<IReadOnlyList<DueItem>> FindAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        await session
            .Db.ReportObligations.Where(
                ReportStanding.IsInStatus(ReportStatus.Missing, session.Now)
            )
            .Where(o => o.Status != ReportStatus.Missing)
            .OrderBy(o => o.DueAt)
            .Select(o => new DueItem(
                DueActionKind.MarkMissing,
                o.Id,
                o.DueAt,
                DueActionOutcome.Done
            ))
            .ToListAsync(ct);

    public Task<IReadOnlyList<DueItem>> PerformAsync(
        PilotSession session,
        IReadOnlyList<DueItem> items,
        CancellationToken ct
    ) =>
        session.MoveAsync(
            items,
            o => o.GoMissing(session.Now),
            Act.ProgressReportWentMissing,
            o => new DeadlineMessages.ReportMissing(o),
            ct
        );
}

internal static class ReportMoves
{
    /// <summary>Moves each obligation by <paramref name="move"/> and tells its region.</summary>
    public static async Task<IReadOnlyList<DueItem>> MoveAsync(
        this PilotSession session,
        IReadOnlyList<DueItem> items,
        Func<ReportObligation, Result> move,
        Act act,
        Func<ReportObligation, Message> message,
        CancellationToken ct
    )
    {
        var byId = items.ToDictionary(i => i.SubjectId);
        var obligations = await session
            .Db.ReportObligations.Where(o => byId.Keys.Contains(o.Id))
            .ToListWithoutTextAsync(session.Db, ct);
        var performed = new List<DueItem>();
        foreach (var obligation in obligations.Where(o => move(o).Refusal is null))
        {
            performed.Add(byId[obligation.Id]);
            session.Record(
                new ActRecord(act, obligation.Id)
                {
                    OwnerId = obligation.OrganizationId,
                    ProvinceCode = obligation.ProvinceCode,
                    Audience = Audience.Everyone,
                }
            );
            session.Notify(Recipients.Organization(obligation.OrganizationId), message(obligation));
        }

        return performed;
    }
}
