using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Deadlines;

/// <summary>The filing window of a report opens.</summary>
internal sealed class ReportCalls : IDueMatter
{
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
            "FellDue",
            o => new Message(
                $"第{o.Ordinal}次进展情况报告可以报送，截止{BeijingTime.DeadlineZh(o.DueAt)}。",
                $"Progress report {o.Ordinal} can be filed until {BeijingTime.DeadlineEn(o.DueAt)}.",
                $"/reports/{o.Id}/edit"
            ),
            ct
        );
}

/// <summary>The due instant passed without a report.</summary>
internal sealed class MissingReports : IDueMatter
{
    public async Task<IReadOnlyList<DueItem>> FindAsync(
        PilotSession session,
        CancellationToken ct
    ) =>
        await session
            .Db.ReportObligations.Where(o =>
                (o.Status == ReportStatus.NotDue || o.Status == ReportStatus.Due)
                && o.DueAt <= session.Now
            )
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
            "WentMissing",
            o => new Message(
                $"第{o.Ordinal}次进展情况报告已逾期，请尽快补报。",
                $"Progress report {o.Ordinal} is overdue. File it as soon as you can.",
                $"/reports/{o.Id}/edit"
            ),
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
        string act,
        Func<ReportObligation, Message> message,
        CancellationToken ct
    )
    {
        var byId = items.ToDictionary(i => i.SubjectId);
        var obligations = await session
            .Db.ReportObligations.Where(o => byId.Keys.Contains(o.Id))
            .ToListAsync(ct);
        var performed = new List<DueItem>();
        foreach (var obligation in obligations.Where(o => move(o).Refusal is null))
        {
            performed.Add(byId[obligation.Id]);
            session.Did(
                new Act($"ProgressReport.{act}", obligation.Id)
                {
                    OwnerId = obligation.OrganizationId,
                    ProvinceCode = obligation.ProvinceCode,
                    Audience = Audience.Everyone,
                }
            );
            session.Tell(Recipients.Organization(obligation.OrganizationId), message(obligation));
        }

        return performed;
    }
}
