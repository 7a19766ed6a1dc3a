using Microsoft.EntityFrameworkCore;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>The clock of the database server, against which nodes compare their own: it is one for all of them.</summary>
public sealed class DatabaseClock
{
    private readonly DbContextOptions<PilotDbContext> _options;

    internal DatabaseClock(DbContextOptions<PilotDbContext> options) => _options = options;

    /// <summary>The machine's clock, whatever a demonstration's says.</summary>
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <summary>
    /// How far this machine's clock is ahead of the server's. Zero when it is within half the time that the answer took, since
    /// nothing finer can be known, and on SQLite, which has no clock of its own.
    /// </summary>
    public async Task<TimeSpan> MeasureAsync(CancellationToken ct)
    {
        await using var db = new PilotDbContext(_options, Tenancy.None);
        var question =
            db.Database.IsNpgsql() ? """SELECT clock_timestamp() AS "Value" """
            : db.Database.IsSqlite() ? null
            : "SELECT SYSUTCDATETIME() AS [Value]";
        if (question is null)
        {
            return TimeSpan.Zero;
        }

        // Connecting is not to be taken for the way of the answer.
        await db.Database.OpenConnectionAsync(ct);
        var before = Machine.GetUtcNow();
        var server = await db.Database.SqlQueryRaw<DateTime>(question).ToListAsync(ct);
        var way = (Machine.GetUtcNow() - before) / 2;
        var ahead =
            before + way - new DateTimeOffset(DateTime.SpecifyKind(server[0], DateTimeKind.Utc));
        return ahead.Duration() <= way ? TimeSpan.Zero : ahead;
    }
}
