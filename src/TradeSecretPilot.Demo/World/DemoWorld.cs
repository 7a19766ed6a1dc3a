using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Demo.Rehearsals;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.Demo.World;

/// <summary>
/// The demonstration's database: the rehearsal's play stopped on one day, marked as a demonstration so that it is never
/// taken for a real one, nor the reverse.
/// </summary>
public sealed class DemoWorld
{
    private readonly DbContextOptions<PilotDbContext> _options;
    private readonly DatabaseOptions _database;
    private readonly FileStore _files;
    private readonly AuditKeys _keys;
    private readonly AuditAnchorFile _anchors;

    internal DemoWorld(
        DbContextOptions<PilotDbContext> options,
        DatabaseOptions database,
        FileStore files,
        AuditKeys keys,
        AuditAnchorFile anchors
    ) => (_options, _database, _files, _keys, _anchors) = (options, database, files, keys, anchors);

    /// <summary>The province in which most of the invented places stand.</summary>
    public const string ProvinceCode = "330000";

    /// <summary>The day on which the demonstration begins unless it is told another.</summary>
    public static readonly DateOnly FirstDay = new(2022, 4, 20);

    private static readonly TimeOnly FirstMoment = new(9, 41, 36);

    private const int PlacesThere = 14;
    private const int Seed = 20220420;

    /// <summary>The provinces that also have places, so that the national pages are not empty.</summary>
    private static readonly string[] OtherProvinces =
    [
        "110000",
        "120000",
        "130000",
        "210000",
        "310000",
        "320000",
        "340000",
        "350000",
        "370000",
        "410000",
        "420000",
        "430000",
        "440000",
        "500000",
        "510000",
        "530000",
        "610000",
        "620000",
        "650000",
        "660000",
    ];

    /// <summary>Fills an empty database, or resumes a filled one. Returns the clock's offset.</summary>
    /// <param name="day">Where a new demonstration stops the play: a later day shows the later stages.</param>
    /// <exception cref="InvalidOperationException">The database holds real records.</exception>
    public async Task<TimeSpan> PrepareAsync(DemoClock clock, DateOnly day, CancellationToken ct)
    {
        await new MigrateDatabase(_options).ExecuteAsync(ct);
        await using var db = Open();
        var setting = await db.ClockSettings.SingleOrDefaultAsync(ct);
        if (setting is { IsReady: true })
        {
            return TimeSpan.FromTicks(setting.OffsetTicks);
        }

        if (setting is null && (await db.Accounts.AnyAsync(ct) || await db.Batches.AnyAsync(ct)))
        {
            throw new InvalidOperationException(
                "数据库中已有正式数据，演示模式不能使用。请另设 ConnectionStrings:Portal，或设置 Demo:Enabled=false。 "
                    + "The database holds real records; demo mode must not use it. Set another ConnectionStrings:Portal, or Demo:Enabled=false."
            );
        }

        if (setting is not null)
        {
            // An earlier start was interrupted while it wrote the sample world.
            await db.Database.EnsureDeletedAsync(ct);
            await new MigrateDatabase(_options).ExecuteAsync(ct);
        }

        return await FillAsync(clock, day, ct);
    }

    /// <summary>Where the clock of all nodes stands; null while the sample world is being written.</summary>
    public async Task<TimeSpan?> ReadOffsetAsync(CancellationToken ct)
    {
        await using var db = Open();
        var ticks = await db
            .ClockSettings.Where(s => s.IsReady)
            .Select(s => (long?)s.OffsetTicks)
            .SingleOrDefaultAsync(ct);
        return ticks is { } kept ? TimeSpan.FromTicks(kept) : null;
    }

    /// <summary>Throws the demonstration away and begins it anew.</summary>
    public async Task<TimeSpan> ResetAsync(DemoClock clock, DateOnly day, CancellationToken ct)
    {
        await using (var db = Open())
        {
            if (!await db.ClockSettings.AnyAsync(ct))
            {
                throw new InvalidOperationException("This is not a demonstration's database.");
            }

            await db.Database.EnsureDeletedAsync(ct);
        }

        await new MigrateDatabase(_options).ExecuteAsync(ct);
        return await FillAsync(clock, day, ct);
    }

    private async Task<TimeSpan> FillAsync(DemoClock clock, DateOnly day, CancellationToken ct)
    {
        // The trail that they are of is gone.
        _anchors.SetAside();
        var begins = BeijingTime.At(day, FirstMoment);
        await using var db = Open();
        var setting = new ClockSetting();
        db.ClockSettings.Add(setting);
        await db.SaveChangesAsync(ct);
        var places = OtherProvinces.ToDictionary(p => p, _ => 1);
        places[ProvinceCode] = PlacesThere;
        var played = await Rehearsal.PlayUntilAsync(
            new RehearsalOptions(_database, Seed: Seed)
            {
                Places = places,
                Files = _files,
                Keys = _keys,
            },
            begins,
            ct
        );
        if (played.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Zh);
        }

        var offset = clock.OffsetFor(begins);
        setting.OffsetTicks = offset.Ticks;
        setting.IsReady = true;
        await db.SaveChangesAsync(ct);
        return offset;
    }

    private PilotDbContext Open() => new(_options, Tenancy.Everything);
}
