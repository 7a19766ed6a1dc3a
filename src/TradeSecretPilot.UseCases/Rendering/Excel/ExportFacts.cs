using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>The filter of an export in words, for its notes.</summary>
internal static class ExportFacts
{
    /// <summary>What narrows the list; what is null or blank does not.</summary>
    public static IReadOnlyList<Fact> Of(params (string Label, string? Value)[] filters) =>
        [
            .. filters
                .Where(f => !string.IsNullOrWhiteSpace(f.Value))
                .Select(f => new Fact(f.Label, f.Value!.Trim())),
        ];

    /// <summary>The name of the province by which a list is narrowed; the code where nobody knows it.</summary>
    public static async Task<string?> ProvinceAsync(
        this PilotSession session,
        string? code,
        CancellationToken ct
    ) =>
        string.IsNullOrEmpty(code)
            ? null
            : await session
                .Db.Divisions.Where(d => d.Code == code)
                .Select(d => d.Name)
                .SingleOrDefaultAsync(ct)
                ?? code;
}
