using TradeSecretPilot.Domain.Applications;

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

    /// <summary>Closes the appraisal: every forwarded plan has its sheets, none is open.</summary>
    public static Result<IReadOnlyList<Standing>> Conclude(
        Batches.Batch batch,
        IReadOnlyList<Application> forwarded,
        IReadOnlyList<ScoreSheet> sheets
    )
    {
        var submitted = sheets
            .Where(s => s.Status == ScoreSheetStatus.Submitted)
            .GroupBy(s => s.ApplicationId)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<int>)[.. g.Select(s => s.TotalHundredths!.Value)]
            );
        var open = sheets.Count(s =>
            s.Status is ScoreSheetStatus.Assigned or ScoreSheetStatus.Accepted
        );
        var lacking = forwarded.Count(a =>
            submitted.GetValueOrDefault(a.Id) is not { } totals
            || totals.Count < batch.SheetsPerPlan
        );
        if (forwarded.Count == 0 || open > 0 || lacking > 0)
        {
            return AppraisalRefusals.AppraisalIncomplete(open, lacking, batch.SheetsPerPlan);
        }

        if (batch.ConcludeAppraisal().Refusal is { } wrongStage)
        {
            return wrongStage;
        }

        var standings = Rank(
            submitted.Where(t => forwarded.Any(a => a.Id == t.Key)).ToDictionary()
        );
        var byId = forwarded.ToDictionary(a => a.Id);
        foreach (var standing in standings)
        {
            byId[standing.ApplicationId].Appraise(standing.MeanHundredths, standing.Place);
        }

        return Result.Of(standings);
    }
}
