namespace TradeSecretPilot.Domain.Shared;

/// <summary>Which numbers a figure may be.</summary>
/// <param name="Max">The greatest; the least is <see cref="Min"/>.</param>
/// <param name="Decimals">At most so many digits after the point.</param>
/// <param name="UnitZh">Such as 人 or 万元; it may be typed behind the number. Empty for none.</param>
/// <param name="UnitEn">The same in English.</param>
public sealed record FigureRange(
    decimal Max,
    int Decimals = 0,
    string UnitZh = "",
    string UnitEn = ""
)
{
    public decimal Min { get; init; }

    /// <summary>The number, when it lies within the range.</summary>
    public Result<decimal> Check(decimal value) =>
        value < Min || value > Max ? FigureRefusals.OutOfRange(this)
        : decimal.Round(value, Decimals) != value ? FigureRefusals.TooManyDecimals(this)
        : value;

    public bool Holds(decimal value) => Check(value).Refusal is null;
}
