using System.Globalization;

namespace TradeSecretPilot.Web.Ui.Charts;

/// <summary>Scores as pages write them. They are kept in hundredths of a point.</summary>
public static class Points
{
    private const int AxisStep = 5;
    private const int LeastSpan = 20;

    public static decimal Of(int hundredths) => hundredths / 100m;

    /// <summary>82.40: two decimals, as places are decided by them.</summary>
    public static string Text(int hundredths) =>
        Of(hundredths).ToString("0.00", CultureInfo.InvariantCulture);

    public static IReadOnlyList<decimal> Of(IEnumerable<int> hundredths) =>
        [.. hundredths.Select(Of)];

    /// <summary>Left end of an axis that ends at 100 and holds every total, in points.</summary>
    public static decimal AxisFrom(IEnumerable<int> hundredths)
    {
        var least = hundredths.DefaultIfEmpty(0).Min() / 100;
        return Math.Clamp(least / AxisStep * AxisStep, 0, 100 - LeastSpan);
    }
}
