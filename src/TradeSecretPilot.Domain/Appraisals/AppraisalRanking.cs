using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;

namespace TradeSecretPilot.Domain.Appraisals;

/// <summary>Where one application stands after appraisal.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="MeanHundredths">Mean of the sheets' totals, rounded half up to hundredths of a point.</param>
/// <param name="Place">From 1; equal means share a place and the next place is skipped.</param>
public sealed record Standing(Guid ApplicationId, int MeanHundredths, int Place);

/// <summary>
/// Means and places. The mean of a plan is the arithmetic mean of its experts' weighted totals; places compare the exact
/// fractions, not the rounded means.
/// </summary>
public static class AppraisalRanking
{
    /// <param name="totals">Totals in hundredths of a point by application; none is empty.</param>
    public static IReadOnlyList<Standing> Rank(IReadOnlyDictionary<Guid, IReadOnlyList<int>> totals)
    {
        var sums = totals
            .Select(t => (Id: t.Key, Sum: t.Value.Sum(v => (long)v), Count: (long)t.Value.Count))
            .ToList();
        if (sums.Exists(s => s.Count == 0))
        {
            throw new ArgumentException(
                "An application without a score sheet has no mean.",
                nameof(totals)
            );
        }

        return
        [
            .. sums.Select(s => new Standing(
                    s.Id,
                    (int)(((2 * s.Sum) + s.Count) / (2 * s.Count)),
                    1 + sums.Count(other => other.Sum * s.Count > s.Sum * other.Count)
                ))
                .OrderBy(s => s.Place)
                .ThenBy(s => s.ApplicationId),
        ];
    }

    /// <summary>Why the sheets do not carry a conclusion yet; null when every forwarded plan has its sheets and none is open.</summary>
    /// <param name="sheets">Every sheet of the batch.</param>
    public static Refusal? RefuseAsIncomplete(
        Batch batch,
        IReadOnlyCollection<Guid> forwarded,
        IReadOnlyCollection<(Guid ApplicationId, ScoreSheetStatus Status)> sheets
    )
    {
        if (forwarded.Count == 0)
        {
            return AppraisalRefusals.NothingToAppraise();
        }

        var open = sheets.Count(s =>
            s.Status is ScoreSheetStatus.Assigned or ScoreSheetStatus.Accepted
        );
        var submitted = sheets
            .Where(s => s.Status == ScoreSheetStatus.Submitted)
            .CountBy(s => s.ApplicationId)
            .ToDictionary();
        var lacking = forwarded.Count(id => submitted.GetValueOrDefault(id) < batch.SheetsPerPlan);
        return open > 0 || lacking > 0
            ? AppraisalRefusals.AppraisalIncomplete(open, lacking, batch.SheetsPerPlan)
            : null;
    }

    /// <summary>Closes the appraisal: every forwarded plan has its sheets, none is open.</summary>
    public static Result<IReadOnlyList<Standing>> Conclude(
        Batch batch,
        IReadOnlyList<Application> forwarded,
        IReadOnlyList<ScoreSheet> sheets
    )
    {
        if (!BatchLifecycle.Table.Permits(batch.Stage, BatchAct.ConcludeAppraisal))
        {
            return BatchRefusals.WrongStage(batch.Stage, BatchAct.ConcludeAppraisal);
        }

        var byId = forwarded.ToDictionary(a => a.Id);
        if (
            RefuseAsIncomplete(
                batch,
                byId.Keys,
                [.. sheets.Select(s => (s.ApplicationId, s.Status))]
            ) is
            { } incomplete
        )
        {
            return incomplete;
        }

        var standings = Rank(
            sheets
                .Where(s => s.Status == ScoreSheetStatus.Submitted)
                .Where(s => byId.ContainsKey(s.ApplicationId))
                .GroupBy(s => s.ApplicationId)
                .ToDictionary(
                    g => g.Key,
                    g => (IReadOnlyList<int>)[.. g.Select(s => s.TotalHundredths!.Value)]
                )
        );
        foreach (var standing in standings)
        {
            byId[standing.ApplicationId].Appraise(standing.MeanHundredths, standing.Place);
        }

        batch.ConcludeAppraisal();
        return Result.Of(standings);
    }
}
