using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.UseCases.Batches;

/// <summary>Cities, counties and functional zones that a batch may name in or out.</summary>
[OneSnapshot]
public sealed class ListApplicantDivisions(PilotSessions sessions)
{
    /// <param name="Text">Looked for in the names of the division and of those above it, and in the code.</param>
    /// <param name="Codes">These only, where they are given.</param>
    public sealed record Input(
        string? Text = null,
        IReadOnlyList<string>? Codes = null,
        Paging? Paging = null
    );

    public sealed record Row(string Code, string Name, DivisionLevel Level, string ProvinceName);

    public async Task<Page<Row>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ManageBatches, ct);
        var db = session.Db;
        var divisions = db.Divisions.Where(d => d.Level != DivisionLevel.Province);
        if (input.Codes is { } codes)
        {
            divisions = divisions.Where(d => codes.Contains(d.Code));
        }

        var beginning = SearchText.Of(input.Text).FirstWord;
        return await (
            from d in divisions.Search(input.Text)
            join p in db.Divisions on d.ProvinceCode equals p.Code
            orderby EF.Property<string>(d, NameColumns.SearchKey).StartsWith(beginning)
                ? 0
                : 1, d.ProvinceCode, d.Code
            select new Row(d.Code, d.Name, d.Level, p.Name)
        ).ToPageAsync(input.Paging ?? new Paging(), ct);
    }
}
