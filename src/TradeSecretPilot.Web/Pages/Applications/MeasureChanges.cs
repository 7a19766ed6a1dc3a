using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>A measure as it was read from a workbook, with the identifier it gets should it be new.</summary>
public sealed record ImportedMeasure(MeasureLine Line, Guid NewId);

/// <summary>
/// What a filled-in template makes of a plan's measures. A row is known by the identifier that the template carries, otherwise by
/// its title; what the template no longer has is removed.
/// </summary>
public sealed record MeasureChanges
{
    /// <summary>All measures afterwards, in the order of the template.</summary>
    public required IReadOnlyList<Measure> Measures { get; init; }

    public required IReadOnlyList<Measure> Added { get; init; }

    public required IReadOnlyList<(Measure Before, Measure After)> Changed { get; init; }

    public required IReadOnlyList<Measure> Removed { get; init; }

    /// <summary>Measures that stay stand in another order.</summary>
    public required bool Reordered { get; init; }

    public static MeasureChanges Of(
        IReadOnlyList<Measure> present,
        IReadOnlyList<ImportedMeasure> imported
    )
    {
        var byId = present.ToDictionary(m => m.Id);
        var named = imported
            .Select(i => i.Line.Id)
            .OfType<Guid>()
            .Where(byId.ContainsKey)
            .ToHashSet();
        // Of those that the template does not name, a title stands for its measure where only one has it.
        var byTitle = present
            .Where(m => !named.Contains(m.Id) && m.Title.Trim().Length > 0)
            .GroupBy(m => m.Title.Trim())
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.Single());
        var after = imported
            .Select(i =>
            {
                var before =
                    i.Line.Id is { } id && byId.TryGetValue(id, out var known) ? known
                    : byTitle.Remove(i.Line.Measure.Title, out var titled) ? titled
                    : null;
                return (
                    Before: before,
                    After: before is null
                        ? i.Line.Measure with
                        {
                            Id = i.NewId,
                        }
                        : MeasureSheet.Onto(before, i.Line.Measure)
                );
            })
            .ToList();
        var kept = after.Where(a => a.Before is not null).Select(a => a.After.Id).ToList();
        return new MeasureChanges
        {
            Measures = [.. after.Select(a => a.After)],
            Added = [.. after.Where(a => a.Before is null).Select(a => a.After)],
            Changed =
            [
                .. after
                    .Where(a => a.Before is not null && a.Before != a.After)
                    .Select(a => (a.Before!, a.After)),
            ],
            Removed = [.. present.Where(m => !kept.Contains(m.Id))],
            Reordered = !present.Select(m => m.Id).Where(kept.Contains).SequenceEqual(kept),
        };
    }
}
