namespace TradeSecretPilot.UseCases.Selections;

/// <summary>
/// 入选线: where the ranking would be cut for as many regions as are chosen, halfway between the last mean above and the first
/// below.
/// </summary>
/// <param name="After">The line stands after so many rows of the ranking.</param>
/// <param name="Hundredths">Hundredths of a point; null when no row is left below the line.</param>
public sealed record SelectionLine(int After, int? Hundredths)
{
    /// <param name="means">Hundredths of a point, highest first.</param>
    /// <param name="seats">Regions chosen, or the most that can be while none is.</param>
    internal static SelectionLine Of(IReadOnlyList<int> means, int seats)
    {
        var after = Math.Min(seats, means.Count);
        return new SelectionLine(
            after,
            after > 0 && after < means.Count ? (means[after - 1] + means[after]) / 2 : null
        );
    }

    /// <summary>区间跨线: the experts disagree on which side of the line the plan stands.</summary>
    internal bool Crosses(IReadOnlyList<int> totals) =>
        Hundredths is { } line && totals.Count > 0 && totals.Min() <= line && totals.Max() >= line;
}
