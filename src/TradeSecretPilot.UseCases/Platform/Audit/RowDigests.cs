using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Platform.Audit;

/// <summary>
/// The rows whose content the trail vouches for: every aggregate, every frozen version, receipts, and what belongs to them. The
/// entry of an act names each that it changed, with the digest that the row must have from then on.
/// </summary>
internal static class RowDigests
{
    /// <summary>In place of a digest: the row was deleted.</summary>
    public const string Gone = "-";

    private static readonly FrozenSet<Type> Parts = FrozenSet.Create([
        typeof(PlanVersion),
        typeof(ReportVersion),
        typeof(Receipt),
        typeof(SealedCopy),
        typeof(PanelMember),
        typeof(Extension),
        typeof(PilotTask),
        typeof(ReportFigure),
    ]);

    public static bool Keeps(Type type) =>
        type.IsAssignableTo(typeof(Aggregate)) || Parts.Contains(type);

    /// <summary>Name of a row: its kind and its key.</summary>
    public static string KeyOf(EntityEntry entry)
    {
        var key = entry
            .Metadata.FindPrimaryKey()!
            .Properties.Select(p => entry.Property(p.Name).CurrentValue);
        return $"{entry.Metadata.ShortName()}:{string.Join('/', key.Select(Text))}";
    }

    /// <summary>
    /// The row and each of its texts, with their digests as they are to be. A text stands for itself: an act over many rows reads them
    /// without it, and leaves it as it is.
    /// </summary>
    public static IEnumerable<(string Key, string Digest)> Of(EntityEntry entry)
    {
        var key = KeyOf(entry);
        var isGone = entry.State == EntityState.Deleted;
        yield return (key, isGone ? Gone : DigestOf(entry));
        foreach (var text in entry.Properties.Where(p => RowsWithoutText.IsText(p.Metadata)))
        {
            if (!isGone && text.CurrentValue is not null)
            {
                yield return (
                    $"{key}#{text.Metadata.Name}",
                    ContentHash.Of(Text(ValueOf(text, p => p.CurrentValue)))
                );
            }
            else if (text.OriginalValue is not null)
            {
                yield return ($"{key}#{text.Metadata.Name}", Gone);
            }
        }
    }

    /// <summary>The row of a row or of one of its texts.</summary>
    public static string RowOf(string key) => key.Split('#')[0];

    // A column without a value is left out, so a new one changes no digest.
    private static string DigestOf(EntityEntry entry)
    {
        var text = new StringBuilder();
        foreach (var property in Stored(entry).Where(p => !RowsWithoutText.IsText(p.Metadata)))
        {
            if (ValueOf(property, p => p.CurrentValue) is { } value)
            {
                var written = Text(value);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{property.Metadata.Name}={written.Length}:{written};"
                );
            }
        }

        return ContentHash.Of(text.ToString());
    }

    /// <summary>Which columns take part: another form of the tables gives other digests.</summary>
    public static string FormOf(IModel model) =>
        ContentHash.Of(
            string.Join(
                '\n',
                model
                    .GetEntityTypes()
                    .Where(e => Keeps(e.ClrType))
                    .SelectMany(e =>
                        e.GetProperties()
                            .Where(p => IsStored(p))
                            .Select(p => $"{e.ShortName()}.{p.Name}")
                    )
                    .Order(StringComparer.Ordinal)
            )
        );

    /// <summary>The lines of an entry: each a row and its digest.</summary>
    public static string? Write(IEnumerable<(string Key, string Digest)> rows)
    {
        var text = string.Join(
            '\n',
            rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Digest}")
        );
        return text.Length == 0 ? null : text;
    }

    /// <summary>The lines back.</summary>
    public static IEnumerable<(string Key, string Digest)> Read(string? rows) =>
        rows is null
            ? []
            : rows.Split('\n')
                .Select(line =>
                    (line[..line.LastIndexOf(' ')], line[(line.LastIndexOf(' ') + 1)..])
                );

    /// <summary>The properties that digests are made of, in their order.</summary>
    internal static IEnumerable<PropertyEntry> Stored(EntityEntry entry) =>
        entry
            .Properties.Where(p => IsStored(p.Metadata))
            .OrderBy(p => p.Metadata.Name, StringComparer.Ordinal);

    internal static object? ValueOf(PropertyEntry property, Func<PropertyEntry, object?> value) =>
        property.Metadata.GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value(property))
            : value(property);

    internal static string Text(object? value) =>
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

    // What the database computes is known after the act only, and follows from the rest; the keys of names do so too.
    private static bool IsStored(IProperty property) =>
        property.ValueGenerated != ValueGenerated.OnAddOrUpdate
        && !NameColumns.IsOne(property.Name);
}
