using Microsoft.EntityFrameworkCore;

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
        if (db.Database.IsSqlServer())
        {
            // For ReadSnapshot. No migration: it is a property of the database, and restored ones lack it.
            await db.Database.ExecuteSqlAsync(
                $"ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON",
                ct
            );
        }

        if (await db.Divisions.AnyAsync(ct))
        {
            return;
        }

        db.Divisions.AddRange(ReferenceDivisions.Read());
        try
        {
            await db.SaveChangesAsync(ct);
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
}
