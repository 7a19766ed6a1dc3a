using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>
/// 收回指派: takes plans that are not scored back from their experts, all or nothing, so that others can be assigned. The
/// plans close to those experts for good, and they are told why.
/// </summary>
public sealed class ReleaseAssignments(PilotSessions sessions)
{
    /// <param name="SheetIds">Sheets of one batch that are not submitted.</param>
    /// <param name="Seen">Where they stood: <see cref="AssignmentSeen.Of"/>.</param>
    public sealed record Input(IReadOnlyList<Guid> SheetIds, string Reason, Seen Seen);

    /// <param name="Sheets">Assignments taken back.</param>
    public sealed record View(int Sheets);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.OrganizeAppraisal, ct);
        var db = session.Db;
        var ids = input.SheetIds.Distinct().ToList();
        var sheets = await db.ScoreSheets.Where(s => ids.Contains(s.Id)).ToListAsync(ct);
        if (
            sheets.Count == 0
            || sheets.Count != ids.Count
            || sheets.DistinctBy(s => s.BatchId).Count() > 1
            || await session.FindBatchAsync(sheets[0].BatchId, ct) is not { } batch
        )
        {
            return AppraisalRefusals.AssignmentNotFound();
        }

        session.Expect(input.Seen, AssignmentSeen.Of(sheets.Select(s => (s.Id, s.Status))));
        foreach (var sheet in sheets)
        {
            if (sheet.Release(batch, input.Reason).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        await NotifyAsync(session, sheets, ct);
        return await session.SaveAsync(() => new View(sheets.Count), ct);
    }

    private static async Task NotifyAsync(
        PilotSession session,
        List<ScoreSheet> sheets,
        CancellationToken ct
    )
    {
        var db = session.Db;
        var reason = sheets[0].ReleaseReason;
        var plans = sheets.Select(s => s.ApplicationId).Distinct().ToList();
        var applications = (
            await db.Applications.Where(a => plans.Contains(a.Id)).ToListWithoutTextAsync(db, ct)
        ).ToDictionary(a => a.Id);
        var people = sheets.Select(s => s.ExpertId).Distinct().ToList();
        var names = await db
            .Experts.Where(e => people.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        foreach (var sheet in sheets)
        {
            session.Record(
                applications[sheet.ApplicationId]
                    .Act(
                        Act.ApplicationExpertReleased,
                        Audience.National,
                        $"{names[sheet.ExpertId]}：{reason}"
                    )
            );
        }

        foreach (var own in sheets.GroupBy(s => s.ExpertId))
        {
            var regions = own.Select(s => applications[s.ApplicationId].RegionName).ToList();
            session.Notify(
                Recipients.Account(own.Key),
                new AppraisalMessages.PlansReleased(regions, reason)
            );
        }
    }
}
