using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>
/// 收回指派: takes plans that are not scored back from their experts, all or nothing, so that others can be assigned. The
/// plans close to those experts for good, and they are told why.
/// </summary>
public sealed class ReleaseAssignments(PilotSessions sessions)
{
    /// <param name="SheetIds">Sheets of one batch that are not submitted.</param>
    public sealed record Input(IReadOnlyList<Guid> SheetIds, string Reason);

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

        foreach (var sheet in sheets)
        {
            if (sheet.Release(batch, input.Reason).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        await TellAsync(session, sheets, ct);
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict ? conflict : new View(sheets.Count);
    }

    private static async Task TellAsync(
        PilotSession session,
        List<ScoreSheet> sheets,
        CancellationToken ct
    )
    {
        var db = session.Db;
        var reason = sheets[0].ReleaseReason;
        var plans = sheets.Select(s => s.ApplicationId).Distinct().ToList();
        var applications = await db
            .Applications.AsNoTracking()
            .Where(a => plans.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, ct);
        var people = sheets.Select(s => s.ExpertId).Distinct().ToList();
        var names = await db
            .Experts.Where(e => people.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        foreach (var sheet in sheets)
        {
            session.Did(
                applications[sheet.ApplicationId]
                    .Act("ExpertReleased", Audience.National, $"{names[sheet.ExpertId]}：{reason}")
            );
        }

        foreach (var own in sheets.GroupBy(s => s.ExpertId))
        {
            var regions = own.Select(s => applications[s.ApplicationId].RegionName).ToList();
            session.Tell(
                Recipients.Account(own.Key),
                new Message(
                    $"工作组已收回指派给您的{regions.Count}份方案（{string.Join('、', regions)}），您不必再评：{reason}",
                    $"The working group took {regions.Count} plan(s) back from you ({string.Join(", ", regions)}); you need not score them: {reason}",
                    "/scoring"
                )
            );
        }
    }
}
