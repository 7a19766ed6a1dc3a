using System.Globalization;

namespace TradeSecretPilot.UseCases.Platform;

/// <summary>
/// What the user of an act had before them when they confirmed it: the row version of the record, or whatever of several records
/// the question was about. An act on something else is refused, and the page shows what stands there now.
/// </summary>
public readonly record struct Seen
{
    private readonly string? _shown;

    private Seen(string shown) => _shown = shown;

    /// <summary>Whatever stands there: of those who act without a page, such as a rehearsal.</summary>
    public static Seen Present => default;

    /// <summary>Of values that compare by what they are: numbers, instants, ids, statuses, in the order shown.</summary>
    public static Seen Of(params IEnumerable<object?> shown) =>
        new(
            string.Join(
                '|',
                shown.Select(s =>
                    s is DateTimeOffset at
                        ? at.UtcTicks.ToString(CultureInfo.InvariantCulture)
                        : Convert.ToString(s, CultureInfo.InvariantCulture)
                )
            )
        );

    /// <summary>The row version of one record.</summary>
    public static implicit operator Seen(int version) => Of(version);

    /// <summary>It is what stands there now.</summary>
    internal bool IsStill(Seen now) => _shown is null || _shown == now._shown;
}
