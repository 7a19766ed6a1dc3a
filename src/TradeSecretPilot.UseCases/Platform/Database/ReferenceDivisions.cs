using System.Collections.Frozen;
using System.Reflection;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>The divisions of divisions.csv, which every database begins with.</summary>
internal static class ReferenceDivisions
{
    /// <summary>Provinces, cities and counties that others stand below: some four hundred.</summary>
    private static readonly Lazy<FrozenDictionary<string, string>> Above = new(() =>
        Read()
            .Where(d => d.Level is DivisionLevel.Province or DivisionLevel.Prefecture)
            .ToFrozenDictionary(d => d.Code, d => d.Name)
    );

    /// <summary>Name of a province or prefecture; null when the code is another's.</summary>
    public static string? NameOf(string? code) =>
        code is null ? null : Above.Value.GetValueOrDefault(code);

    public static IEnumerable<Division> Read()
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream("divisions.csv")!;
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        foreach (var row in rows)
        {
            var cells = row.TrimEnd('\r').Split(',');
            var parent = cells[3].Length == 0 ? null : cells[3];
            if (parent == cells[0])
            {
                // The source repeats a city without districts as its own county.
                continue;
            }

            yield return Division.Create(
                cells[0],
                cells[1],
                Enum.Parse<DivisionLevel>(cells[2]),
                parent
            );
        }
    }
}
