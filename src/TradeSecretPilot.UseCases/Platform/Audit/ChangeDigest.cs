using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>Fingerprints of the rows an act changes, before and after it.</summary>
internal sealed record ChangeDigest(string? Before, string? After)
{
    public static ChangeDigest Of(ChangeTracker tracker)
    {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var entries = tracker
            .Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e =>
                e.Entity
                    is not (
                        AuditEntry
                        or AuditHead
                        or AuditCheck
                        or RecordEvent
                        or Notice
                        or OutboxMessage
                    )
            )
            .Select(e => (Entry: e, Key: KeyOf(e)))
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
        }

        return new ChangeDigest(HashOf(before), HashOf(after));
    }

    private static string? HashOf(StringBuilder text) =>
        text.Length == 0 ? null : ContentHash.Of(text.ToString());

    private static string KeyOf(EntityEntry entry)
    {
        var key = entry
            .Metadata.FindPrimaryKey()!
            .Properties.Select(p => entry.Property(p.Name).CurrentValue);
        return $"{entry.Metadata.ShortName()}:{string.Join('/', key.Select(Text))}";
    }

    private static void Write(
        StringBuilder text,
        string key,
        EntityEntry entry,
        Func<PropertyEntry, object?> value
    )
    {
        text.Append(key).Append('{');
        // What the database computes is known after the act only, and follows from the rest; the keys of names do so too.
        foreach (
            var property in entry
                .Properties.Where(p =>
                    p.Metadata.ValueGenerated != ValueGenerated.OnAddOrUpdate
                    && !NameColumns.IsOne(p.Metadata.Name)
                )
                .OrderBy(p => p.Metadata.Name, StringComparer.Ordinal)
        )
        {
            text.Append(property.Metadata.Name)
                .Append('=')
                .Append(Text(Stored(property, value)))
                .Append(';');
        }

        text.Append('}').Append('\n');
    }

    private static object? Stored(PropertyEntry property, Func<PropertyEntry, object?> value) =>
        property.Metadata.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value(property))
            : value(property);

    private static string Text(object? value) =>
        value switch
        {
            null => "∅",
            DateTimeOffset instant => instant.UtcDateTime.ToString(
                "O",
                CultureInfo.InvariantCulture
            ),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
