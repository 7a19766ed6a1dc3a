using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>What a filled-in template makes of the support table. A line is known by its year and level.</summary>
public sealed record SupportChanges
{
    /// <summary>All lines afterwards, in the order of the template.</summary>
    public required IReadOnlyList<SupportLine> Lines { get; init; }

    public required IReadOnlyList<SupportLine> Added { get; init; }

    public required IReadOnlyList<(SupportLine Before, SupportLine After)> Changed { get; init; }

    public required IReadOnlyList<SupportLine> Removed { get; init; }

    public static SupportChanges Of(
        IReadOnlyList<SupportLine> present,
        IReadOnlyList<SupportRow> imported
    )
    {
        // Two lines of one place are to be merged: the template has the one that stays.
        var before = present.DistinctBy(Place).ToDictionary(Place);
        var after = imported
            .Select(i =>
                before.TryGetValue(Place(i.Line), out var known)
                    ? (Before: known, After: SupportSheet.Onto(known, i.Line))
                    : (Before: (SupportLine?)null, After: i.Line)
            )
            .ToList();
        return new SupportChanges
        {
            Lines = [.. after.Select(a => a.After)],
            Added = [.. after.Where(a => a.Before is null).Select(a => a.After)],
            Changed =
            [
                .. after
                    .Where(a => a.Before is not null && a.Before != a.After)
                    .Select(a => (a.Before!, a.After)),
            ],
            Removed = [.. present.Where(l => !after.Any(a => ReferenceEquals(a.Before, l)))],
        };
    }

    private static (int, GovernmentLevel) Place(SupportLine line) => (line.Year, line.Level);
}
