using System.Globalization;

namespace TradeSecretPilot.Web.Ui.Localization;

/// <summary>The language of the page being drawn.</summary>
public static class Cultures
{
    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
