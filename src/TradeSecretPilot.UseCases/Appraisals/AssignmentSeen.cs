using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>What acts on assignments are confirmed on.</summary>
public static class AssignmentSeen
{
    /// <summary>Which assignments there are, and where each stands.</summary>
    public static Seen Of(IEnumerable<(Guid SheetId, ScoreSheetStatus Status)> sheets) =>
        Seen.Of(
            sheets.OrderBy(s => s.SheetId).SelectMany(s => new object?[] { s.SheetId, s.Status })
        );
}
