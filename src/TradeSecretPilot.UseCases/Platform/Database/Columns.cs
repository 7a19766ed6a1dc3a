using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Selections;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>How kinds of columns are stored, the same for every table.</summary>
internal static class Columns
{
    public const int EnumMaxLength = 40;

    /// <summary>Longest key text: keeps every index within 900 bytes on SQL Server.</summary>
    public const int KeyMaxLength = 150;

    /// <summary>Enumerations hold declared names only; the version of an aggregate is its concurrency token.</summary>
    public static void ApplyTo(ModelBuilder builder)
    {
        foreach (
            var entity in builder.Model.GetEntityTypes().Where(e => e.GetTableName() is not null)
        )
        {
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                builder
                    .Entity(entity.ClrType)
                    .Property(nameof(Aggregate.Version))
                    .IsConcurrencyToken();
                builder.Entity(entity.ClrType).Property(nameof(Aggregate.Id)).ValueGeneratedNever();
            }

            foreach (var property in entity.GetProperties().ToList())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum && !type.IsDefined(typeof(FlagsAttribute), inherit: false))
                {
                    var names = string.Join(", ", Enum.GetNames(type).Select(n => $"'{n}'"));
                    builder
                        .Entity(entity.ClrType)
                        .ToTable(t =>
                            t.HasCheckConstraint(
                                $"CK_{entity.GetTableName()}_{property.Name}",
                                $"\"{property.GetColumnName()}\" IN ({names})"
                            )
                        );
                }
            }
        }
    }

    /// <summary>Identity leaves these keys at 900 bytes a column.</summary>
    public static void BoundIdentityKeys(ModelBuilder builder)
    {
        builder.Entity<IdentityUserLogin<Guid>>(b =>
        {
            b.Property(l => l.LoginProvider).HasMaxLength(KeyMaxLength);
            b.Property(l => l.ProviderKey).HasMaxLength(KeyMaxLength);
        });
        builder.Entity<IdentityUserToken<Guid>>(b =>
        {
            b.Property(t => t.LoginProvider).HasMaxLength(KeyMaxLength);
            b.Property(t => t.Name).HasMaxLength(KeyMaxLength);
        });
    }

    /// <summary>The documents that are stored as their canonical JSON text: they are written and read as a whole.</summary>
    public static void AddDocuments(ModelConfigurationBuilder builder)
    {
        Document<WorkPlan>(builder);
        Document<ReportContent>(builder);
        Document<IReadOnlyList<Guid>>(builder);
        Document<IReadOnlyList<DivisionLevel>>(builder);
        Document<IReadOnlyList<DivisionClass>>(builder);
        Document<IReadOnlyList<string>>(builder);
        Document<IReadOnlyList<TaskArea>>(builder);
        Document<IReadOnlyList<Criterion>>(builder);
        Document<IReadOnlyList<ReportPeriod>>(builder);
        Document<IReadOnlyList<ReturnComment>>(builder);
        Document<IReadOnlyList<SelectionChoice>>(builder);
        Document<IReadOnlyDictionary<string, int>>(builder);
        Document<IReadOnlyDictionary<ReviewCheck, ReviewFinding>>(builder);
    }

    private static void Document<T>(ModelConfigurationBuilder builder) =>
        builder.Properties<T>().HaveConversion<DocumentConverter<T>, DocumentComparer<T>>();

    /// <summary>A text that people write.</summary>
    /// <param name="characters">Its greatest length as a reader counts; the column has room for characters of several code units.</param>
    public static PropertyBuilder<T> HasTextLength<T>(
        this PropertyBuilder<T> property,
        int characters
    ) => property.HasMaxLength(characters * Characters.UnitsPerCharacter);

    /// <summary>A fingerprint in hexadecimal.</summary>
    public static PropertyBuilder<string> AsSha256(this PropertyBuilder<string> property) =>
        property.HasMaxLength(ContentHash.Length).IsUnicode(false).IsFixedLength();
}

/// <summary>An immutable document as its canonical JSON text.</summary>
internal sealed class DocumentConverter<T>()
    : ValueConverter<T, string>(v => ContentHash.Write(v), s => ContentHash.Read<T>(s));

/// <summary>
/// Documents are equal when their text is. They are immutable, so one that was not replaced is equal without writing it.
/// </summary>
internal sealed class DocumentComparer<T>()
    : ValueComparer<T>(
        (a, b) => ReferenceEquals(a, b) || ContentHash.Write(a) == ContentHash.Write(b),
        v => ContentHash.Write(v).GetHashCode(StringComparison.Ordinal),
        v => v
    );

/// <summary>SQLite has no instant: UTC as ISO 8601 text of fixed width, which sorts and compares as time does.</summary>
internal sealed class SortableInstantConverter()
    : ValueConverter<DateTimeOffset, string>(
        v => v.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture),
        s =>
            DateTimeOffset.ParseExact(
                s,
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            )
    )
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
}
