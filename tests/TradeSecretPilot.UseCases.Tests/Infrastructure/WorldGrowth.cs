using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>
/// Multiplies the rows of a world: more regions with their applications, reports and accounts in the same provinces and
/// batches, and more notices, events and sheets of the people who are there.
/// </summary>
internal sealed class WorldGrowth
{
    private static readonly Type[] Single =
    [
        typeof(Batch),
        typeof(ProvincialCall),
        typeof(ExpertPanel),
        typeof(Selection),
        typeof(Announcement),
        typeof(AuditHead),
        typeof(ClockSetting),
    ];

    private readonly Dictionary<Guid, Guid> _ids = [];
    private readonly Dictionary<string, string> _codes = [];
    private readonly int _time;

    private WorldGrowth(int time) => _time = time;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task GrowAsync(World world, int times)
    {
        var rows = await world.BehindTheDoorAsync(ReadAsync);
        for (var time = 1; time < times; time++)
        {
            var growth = new WorldGrowth(time);
            await world.BehindTheDoorAsync(db => growth.CopyAsync(db, rows));
        }
    }

    private static async Task<List<object>> ReadAsync(PilotDbContext db)
    {
        var local = await db
            .Organizations.Where(o => o.Kind == OrganizationKind.LocalGovernment)
            .ToDictionaryAsync(o => o.Id, o => o.DivisionCode!, Ct);
        var rows = new List<object>();
        foreach (
            var entity in db
                .Model.GetEntityTypes()
                .Where(e => !e.IsOwned() && !Single.Contains(e.ClrType))
        )
        {
            rows.AddRange(
                await (Task<List<object>>)
                    typeof(WorldGrowth)
                        .GetMethod(nameof(AllAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                        .MakeGenericMethod(entity.ClrType)
                        .Invoke(null, [db])!
            );
        }

        return
        [
            .. rows.Where(row =>
                row switch
                {
                    Division d => local.ContainsValue(d.Code),
                    Organization o => local.ContainsKey(o.Id),
                    // One letter for each province and batch, one decision and one list for a batch.
                    Receipt r => r.Kind is ReceiptKind.Application or ReceiptKind.ProgressReport,
                    SealedCopy s => s.Subject == SealedSubject.Application,
                    Account a => a.Role == Role.Expert
                        || (a.OrganizationId is { } id && local.ContainsKey(id)),
                    _ => true,
                }
            ),
        ];
    }

    private static async Task<List<object>> AllAsync<T>(PilotDbContext db)
        where T : class => [.. await db.Set<T>().AsNoTracking().ToListAsync(Ct)];

    private async Task<int> CopyAsync(PilotDbContext db, List<object> rows)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var entries = rows.Select(r => db.Entry(r)).ToList();
        foreach (var entry in entries)
        {
            if (entry.Entity is Division division)
            {
                _codes[division.Code] =
                    $"{division.Code[..2]}{(char)('A' + _time)}{_codes.Count:000}";
            }
            else if (entry.Metadata.FindPrimaryKey()!.Properties is [{ Name: "Id" } key])
            {
                _ids[(Guid)entry.Property(key.Name).CurrentValue!] = Guid.NewGuid();
            }
        }

        foreach (var entry in entries)
        {
            var values = entry.CurrentValues.Clone();
            foreach (var property in values.Properties)
            {
                values[property] = Changed(entry, property, values[property]);
            }

            db.Add(values.ToObject());
        }

        return await db.SaveChangesAsync(Ct);
    }

    private object? Changed(EntityEntry entry, IProperty property, object? value) =>
        (entry.Entity, property.Name, value) switch
        {
            // Theirs grow, not the number of those who have them.
            (Notice, nameof(Notice.AccountId), _) => value,
            (ScoreSheet, nameof(ScoreSheet.ExpertId), _) => value,
            (RecordEvent, not nameof(RecordEvent.Id), _) => value,
            (WaitingEntry, nameof(WaitingEntry.Id), _) => 0L,
            (AuditEntry, nameof(AuditEntry.Sequence), long sequence) => sequence
                + (_time * 1_000_000L),
            (_, _, Guid id) => _ids.GetValueOrDefault(id, id),
            (_, "DivisionCode" or "Code" or "ParentCode", string code) => _codes.GetValueOrDefault(
                code,
                code
            ),
            (_, _, string text) when IsUnique(property) => $"{text}-{_time}",
            _ => value,
        };

    private static bool IsUnique(IProperty property) =>
        (property.IsPrimaryKey() && property.DeclaringType.ClrType == typeof(DueAction))
        || property.GetContainingIndexes().Any(i => i.IsUnique && i.Properties.Count == 1);
}
