using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>
/// What an expert may know of the other experts' sheets: nothing until the panel is open, and then, of plans the expert has
/// scored, the scores without names. The one place where sheets are read past tenancy, whose filter stays at the own ones.
/// </summary>
internal static class PanelScores
{
    public sealed record Sheet(
        IReadOnlyDictionary<string, int> Scores,
        int TotalHundredths,
        string Comment
    );

    /// <returns>Highest total first.</returns>
    public static Task<List<Sheet>> ReadOthersAsync(
        PilotDbContext db,
        Guid applicationId,
        Guid expertId,
        CancellationToken ct
    )
    {
        var submitted = db.ScoreSheetsOfAnyExpert()
            .Where(s => s.ApplicationId == applicationId && s.Status == ScoreSheetStatus.Submitted);
        return submitted
            .Where(s => s.ExpertId != expertId)
            .Where(s => submitted.Any(own => own.ExpertId == expertId))
            .Where(s =>
                db.ExpertPanels.Any(p =>
                    p.BatchId == s.BatchId
                    && p.OpenedAt != null
                    && p.Members.Any(m => m.ExpertId == expertId)
                )
            )
            .OrderByDescending(s => s.TotalHundredths)
            .ThenBy(s => s.Id)
            .Select(s => new Sheet(s.Scores, s.TotalHundredths!.Value, s.Comment))
            .ToListAsync(ct);
    }
}
