using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Search;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// The two columns that follow from the names of a record: what it is found by (<see cref="Search.SearchKey"/>) and where it stands
/// in a list (<see cref="NameOrder"/>). Which tables have them is said here alone; every save writes them, so no act can forget to.
/// Both are compared byte by byte, the same on every database.
/// </summary>
internal static class NameColumns
{
    public const string SearchKey = "SearchKey";
    public const string SortKey = "SortKey";

    private static readonly Dictionary<Type, Names> All = new()
    {
        [typeof(Division)] = Of<Division>(
            d =>
                [
                    .. PlaceNames.SpellingsOf(
                        d.Name,
                        ReferenceDivisions.NameOf(d.ProvinceCode),
                        ReferenceDivisions.NameOf(d.ParentCode)
                    ),
                    d.Code,
                ],
            sort: null
        ),
        [typeof(Organization)] = Of<Organization>(
            o => [o.Name, .. Region(o.RegionName, o.ProvinceCode)],
            sort: null
        ),
        [typeof(Account)] = Of<Account>(
            a => [new SearchedText(a.DisplayName, IsPerson: true), a.UserName ?? ""],
            a => NameOrder.KeyOf(a.DisplayName, isPerson: true)
        ),
        [typeof(Expert)] = Of<Expert>(
            e => [new SearchedText(e.Name, IsPerson: true), e.Unit, e.Specialty],
            e => NameOrder.KeyOf(e.Name, isPerson: true)
        ),
        [typeof(Application)] = Of<Application>(
            a => [.. Region(a.RegionName, a.ProvinceCode), a.Number],
            sort: null
        ),
        [typeof(Pilot)] = Of<Pilot>(search: null, p => NameOrder.KeyOf(p.RegionName)),
        [typeof(ReportObligation)] = Of<ReportObligation>(
            search: null,
            o => NameOrder.KeyOf(o.RegionName)
        ),
        [typeof(AuditEntry)] = Of<AuditEntry>(
            e => [new SearchedText(e.ActorName, IsPerson: true), e.OrganizationName ?? ""],
            sort: null
        ),
    };

    /// <summary>The columns follow from others: the audit's digests are made without them.</summary>
    public static bool IsOne(string property) => property is SearchKey or SortKey;

    public static void ApplyTo(ModelBuilder builder, bool isSqlite, bool isPostgreSql)
    {
        var binary =
            isSqlite ? "BINARY"
            : isPostgreSql ? "C"
            : "Latin1_General_100_BIN2";
        foreach (var (type, names) in All)
        {
            if (names.Search is not null)
            {
                builder.Entity(type).Property<string?>(SearchKey).UseCollation(binary);
            }

            if (names.Sort is not null)
            {
                builder
                    .Entity(type)
                    .Property<string?>(SortKey)
                    .HasMaxLength(NameOrder.MaxLength)
                    .UseCollation(binary);
            }
        }
    }

    /// <summary>Writes both columns of every row that is about to be saved.</summary>
    public static void Fill(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().ToList())
        {
            if (
                entry.State is EntityState.Added or EntityState.Modified
                && All.TryGetValue(entry.Metadata.ClrType, out var names)
            )
            {
                Write(entry, SearchKey, names.Search);
                Write(entry, SortKey, names.Sort);
            }
        }
    }

    private static void Write(EntityEntry entry, string column, Func<object, string>? keyOf)
    {
        if (keyOf is not null)
        {
            entry.Property(column).CurrentValue = keyOf(entry.Entity);
        }
    }

    private static IEnumerable<SearchedText> Region(string? name, string? province) =>
        name is null ? [] : PlaceNames.SpellingsOf(name, ReferenceDivisions.NameOf(province));

    private static Names Of<T>(Func<T, IEnumerable<SearchedText>>? search, Func<T, string>? sort) =>
        new(
            search is null ? null : row => Search.SearchKey.Of(search((T)row)),
            sort is null ? null : row => sort((T)row)
        );

    private sealed record Names(Func<object, string>? Search, Func<object, string>? Sort);
}

/// <summary>The one way in which lists are searched and put into the order of names.</summary>
internal static class NameQueries
{
    /// <summary>The rows that what somebody typed finds; all of them when it says nothing.</summary>
    public static IQueryable<T> Search<T>(this IQueryable<T> rows, string? typed) =>
        SearchText
            .Of(typed)
            .Words.Aggregate(rows, (found, parts) => found.Where(HoldsAny<T>(parts)));

    private static Expression<Func<T, bool>> HoldsAny<T>(IReadOnlyList<string> parts)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var key = Expression.Call(
            typeof(EF),
            nameof(EF.Property),
            [typeof(string)],
            row,
            Expression.Constant(NameColumns.SearchKey)
        );
        var any = parts.Select(part => Holds(part, key)).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<T, bool>>(any, row);
    }

    private static Expression Holds(string part, Expression key)
    {
        // Captured, so that it becomes a parameter of the statement.
        Expression<Func<string, bool>> holds = text => text.Contains(part);
        return new Replacement(holds.Parameters[0], key).Visit(holds.Body);
    }

    private sealed class Replacement(Expression from, Expression to) : ExpressionVisitor
    {
        [return: NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
