using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Appraisals;

/// <summary>What acts on a whole appraisal are confirmed on.</summary>
internal static class AppraisalSeen
{
    /// <summary>Every assignment, where it stands, and the total of those that are submitted.</summary>
    public static Seen Of(IEnumerable<ScoreSheet> sheets) =>
        OfSheets(sheets.Select(s => (s.Id, s.Status, s.TotalHundredths)));

    /// <inheritdoc cref="Of(IEnumerable{ScoreSheet})"/>
    public static Seen OfSheets(
        IEnumerable<(Guid Id, ScoreSheetStatus Status, int? TotalHundredths)> sheets
    ) =>
        Seen.Of(
            sheets
                .OrderBy(s => s.Id)
                .SelectMany(s => new object?[] { s.Id, s.Status, s.TotalHundredths })
        );

    /// <summary>Who is on the panel, and until when it scores.</summary>
    /// <param name="dueOn">Null while there is no panel.</param>
    public static Seen OfPanel(DateOnly? dueOn, IEnumerable<Guid> members) =>
        Seen.Of([dueOn, .. members.Order().Cast<object?>()]);
}
