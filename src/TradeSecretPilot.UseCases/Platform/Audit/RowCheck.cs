using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Compares every kept row with what the trail recorded of it last.</summary>
internal static class RowCheck
{
    private static readonly MethodInfo ReadTable = typeof(RowCheck).GetMethod(
        nameof(ReadTableAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <returns>Rows that were compared.</returns>
    public static async Task<int> RunAsync(
        PilotDbContext db,
        long entries,
        TrailRecord record,
        List<AuditFinding> findings,
        CancellationToken ct
    )
    {
        var seen = new HashSet<string>();
        await ReadAsync(
            db,
            unreadable: (table, e) =>
                findings.Add(new AuditFinding(entries + 1, AuditProblems.RowsUnreadable(table, e))),
            see: (key, digest) =>
            {
                seen.Add(key);
                if (!record.Rows.TryGetValue(key, out var recorded))
                {
                    findings.Add(new AuditFinding(entries + 1, AuditProblems.RowUnrecorded(key)));
                }
                else if (recorded.Digest != digest)
                {
                    findings.Add(
                        new AuditFinding(recorded.Sequence, AuditProblems.RowDiffers(key))
                    );
                }
            },
            ct: ct
        );
        findings.AddRange(
            record
                .Rows.Where(r => r.Value.Digest != RowDigests.Gone && !seen.Contains(r.Key))
                // A row that was deleted without its text being read.
                .Where(r =>
                    record.Rows.GetValueOrDefault(RowDigests.RowOf(r.Key)).Digest != RowDigests.Gone
                )
                .Select(r => new AuditFinding(r.Value.Sequence, AuditProblems.RowMissing(r.Key)))
        );
        return seen.Count;
    }

    /// <summary>Shows every kept row and its digest.</summary>
    /// <param name="see">Row and digest.</param>
    /// <param name="unreadable">Told of a table whose rows hold what no portal wrote; null lets that be an error.</param>
    public static async Task ReadAsync(
        PilotDbContext db,
        Action<string, string> see,
        Action<string, Exception>? unreadable,
        CancellationToken ct
    )
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(e => RowDigests.Keeps(e.ClrType)))
        {
            try
            {
                await (Task)
                    ReadTable.MakeGenericMethod(entity.ClrType).Invoke(null, [db, see, ct])!;
            }
            catch (Exception e)
                when (unreadable is not null
                    && e
                        is JsonException
                            or FormatException
                            or ArgumentException
                            or InvalidOperationException
                            or InvalidCastException
                )
            {
                unreadable(entity.ShortName(), e);
            }
        }
    }

    private static async Task ReadTableAsync<T>(
        PilotDbContext db,
        Action<string, string> see,
        CancellationToken ct
    )
        where T : class
    {
        var rows = db.Set<T>().AsTracking().IgnoreAutoIncludes().AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(ct))
        {
            // Tracked for its columns without a property, and let go at once.
            var entry = db.Entry(row);
            foreach (var (key, digest) in RowDigests.Of(entry))
            {
                see(key, digest);
            }

            entry.State = EntityState.Detached;
        }
    }
}
