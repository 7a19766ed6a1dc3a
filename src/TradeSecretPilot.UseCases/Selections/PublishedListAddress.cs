using System.Globalization;

namespace TradeSecretPilot.UseCases.Selections;

/// <summary>The permanent addresses of published lists: what a mail, a page or a citation names leads there for good.</summary>
public static class PublishedListAddress
{
    /// <summary>Where all lists are named.</summary>
    public const string All = "/announcements";

    /// <param name="batchNumber">1 for 第一批.</param>
    public static string Of(int batchNumber) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}/{batchNumber}");

    /// <summary>The number in an address. Only as <see cref="Of"/> writes it, so that no list has two addresses; null for all else.</summary>
    public static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && text == number.ToString(CultureInfo.InvariantCulture)
            ? number
            : null;
}
