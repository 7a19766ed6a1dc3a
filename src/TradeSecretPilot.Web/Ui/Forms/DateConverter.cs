using MudBlazor;
using MudBlazor.Utilities.Exceptions;

namespace TradeSecretPilot.Web.Ui.Forms;

/// <summary>A day in a text field, by the portal's one parser of days.</summary>
public sealed class DateConverter : IReversibleConverter<DateTime?, string?>
{
    public static DateConverter Instance { get; } = new();

    public string? Convert(DateTime? input) =>
        input is { } day ? CalendarText.WriteDay(DateOnly.FromDateTime(day)) : null;

    /// <exception cref="ConversionException">The text is no day.</exception>
    public DateTime? ConvertBack(string? input) =>
        FigureText.IsBlank(input ?? "") ? null
        : CalendarText.ReadDay(input!) is { Refusal: null } day
            ? day.Value.ToDateTime(TimeOnly.MinValue)
        : throw new ConversionException("Converter_InvalidDateTime");
}
