namespace TradeSecretPilot.Domain.Appraisals;

/// <summary>Statuses of a score sheet in words: one table for refusals, pages and documents.</summary>
public static class ScoreSheetTerms
{
    public static Term Of(ScoreSheetStatus status) =>
        status switch
        {
            ScoreSheetStatus.Assigned => new("待应答", "To answer"),
            ScoreSheetStatus.Accepted => new("评分中", "Scoring"),
            ScoreSheetStatus.Submitted => new("已提交", "Submitted"),
            ScoreSheetStatus.Recused => new("已回避", "Recused"),
            ScoreSheetStatus.Released => new("已收回", "Released"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
}
