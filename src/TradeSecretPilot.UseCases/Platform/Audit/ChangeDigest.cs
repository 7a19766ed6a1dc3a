using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Fingerprints of the rows an act changes, before and after it.</summary>
/// <param name="Rows">The kept ones among them, each with its digest (<see cref="RowDigests"/>).</param>
/// <param name="Receipts">What the act issues.</param>
internal sealed record ChangeDigest(
    string? Before,
    string? After,
    string? Rows,
    IReadOnlyList<Receipt> Receipts
)
{
    public static ChangeDigest Of(ChangeTracker tracker)
    {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var rows = new List<(string, string)>();
        var receipts = new List<Receipt>();
        var entries = tracker
            .Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e =>
                e.Entity
                    is not (WaitingEntry or AuditCheck or RecordEvent or Notice or OutboxMessage)
            )
            .Select(e => (Entry: e, Key: RowDigests.KeyOf(e)))
            .OrderBy(e => e.Key, StringComparer.Ordinal);
        foreach (var (entry, key) in entries)
        {
            if (entry.State != EntityState.Added)
            {
                Write(before, key, entry, p => p.OriginalValue);
            }

            if (entry.State != EntityState.Deleted)
            {
                Write(after, key, entry, p => p.CurrentValue);
            }

            if (RowDigests.Keeps(entry.Metadata.ClrType))
            {
                rows.AddRange(RowDigests.Of(entry));
            }

            if (entry is { Entity: Receipt receipt, State: EntityState.Added })
            {
                receipts.Add(receipt);
            }
        }

        return new ChangeDigest(HashOf(before), HashOf(after), RowDigests.Write(rows), receipts);
    }

    /// <summary>The seal of the receipt that this act issues; null when it issues none.</summary>
    public string? ReceiptOf(ActRecord act) =>
        Receipts.SingleOrDefault(r => ReceiptSeal.Issues(act.Act, r.Kind)) is { } receipt
            ? ReceiptSeal.Of(receipt)
            : null;

    private static string? HashOf(StringBuilder text) =>
        text.Length == 0 ? null : ContentHash.Of(text.ToString());

    private static void Write(
        StringBuilder text,
        string key,
        EntityEntry entry,
        Func<PropertyEntry, object?> value
    )
    {
        text.Append(key).Append('{');
        foreach (var property in RowDigests.Stored(entry))
        {
            text.Append(property.Metadata.Name)
                .Append('=')
                .Append(RowDigests.Text(RowDigests.ValueOf(property, value)))
                .Append(';');
        }

        text.Append('}').Append('\n');
    }
}
