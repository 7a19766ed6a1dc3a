using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>平衡参考: how the choice spreads. For information, without quotas.</summary>
/// <param name="Provinces">Provinces with a selected region.</param>
/// <param name="MostInOneProvince">Most regions selected in one province.</param>
public sealed record SelectionBalance(
    IReadOnlyList<SelectionBalance.Share<RegionGroup>> Groups,
    IReadOnlyList<SelectionBalance.Share<DivisionLevel>> Levels,
    IReadOnlyList<SelectionBalance.Share<TaskArea>> Areas,
    int Provinces,
    int MostInOneProvince
)
{
    public sealed record Share<T>(T Key, int Selected, int Appraised);

    internal static SelectionBalance Of(IReadOnlyList<SelectionRow> rows)
    {
        var byProvince = rows.Where(r => r.Selected).CountBy(r => r.ProvinceCode).ToList();
        return new SelectionBalance(
            [.. Enum.GetValues<RegionGroup>().Select(g => Count(g, rows, r => r.Group == g))],
            [
                .. rows.Select(r => r.Level)
                    .Distinct()
                    .Order()
                    .Select(l => Count(l, rows, r => r.Level == l)),
            ],
            [
                .. Enum.GetValues<TaskArea>()
                    .Select(a => Count(a, rows, r => r.TaskAreas.Contains(a))),
            ],
            byProvince.Count,
            byProvince.Select(p => p.Value).DefaultIfEmpty().Max()
        );
    }

    private static Share<T> Count<T>(
        T key,
        IReadOnlyList<SelectionRow> rows,
        Func<SelectionRow, bool> belongs
    ) => new(key, rows.Count(r => r.Selected && belongs(r)), rows.Count(belongs));
}
