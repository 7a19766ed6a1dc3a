namespace TradeSecretPilot.Web.Ui.Charts;

/// <summary>The stretch of time that a ruler shows, with its ticks, so that every mark stands to scale.</summary>
public sealed record RulerScale(
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<DateTimeOffset> Ticks
)
{
    private const int Intervals = 5;
    private static readonly TimeSpan BeijingOffset = TimeSpan.FromHours(8);
    private static readonly int[] StepsInDays = [1, 2, 5, 7, 10, 14, 20, 30, 60, 90, 180, 365];

    /// <summary>Five equal intervals of whole days around today and the marks, with some of the past kept in sight.</summary>
    public static RulerScale Around(DateTimeOffset now, IEnumerable<DateTimeOffset> marks)
    {
        var all = marks.Append(now).ToList();
        var ahead = (all.Max() - all.Min()).TotalDays;
        var step = StepsInDays.FirstOrDefault(s => s * (Intervals - 1.5) >= ahead, 365);
        var first = all.Min().ToOffset(BeijingOffset);
        var lead = Math.Max(1, (int)((step * Intervals - ahead) * 0.6));
        var from = new DateTimeOffset(first.Date, BeijingOffset).AddDays(-lead);
        var ticks = Enumerable.Range(0, Intervals + 1).Select(i => from.AddDays(i * step)).ToList();
        return new RulerScale(from, ticks[^1], ticks);
    }

    /// <summary>Where an instant stands, in percent of the ruler, kept within it.</summary>
    public double Percent(DateTimeOffset instant) =>
        Math.Round(Math.Clamp((instant - From) / (To - From) * 100, 0, 100), 2);
}
