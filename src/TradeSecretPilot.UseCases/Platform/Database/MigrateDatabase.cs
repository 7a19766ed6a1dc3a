using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>Brings the database to the present schema and loads the reference data. Safe to repeat and to run on two nodes.</summary>
public sealed class MigrateDatabase
{
    private readonly DbContextOptions<PilotDbContext> _options;

    internal MigrateDatabase(DbContextOptions<PilotDbContext> options) => _options = options;

    public async Task ExecuteAsync(CancellationToken ct)
    {
        await using var db = new PilotDbContext(_options, Tenancy.Everything);
        await db.Database.MigrateAsync(ct);
        if (await db.Divisions.AnyAsync(ct))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Divisions.AddRange(ReadDivisions());
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            // Another node loaded them first.
        }
    }

    /// <summary>Schema changes that the database lacks.</summary>
    public async Task<int> CountPendingAsync(CancellationToken ct)
    {
        await using var db = new PilotDbContext(_options, Tenancy.None);
        return (await db.Database.GetPendingMigrationsAsync(ct)).Count();
    }

    private static IEnumerable<Division> ReadDivisions()
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
