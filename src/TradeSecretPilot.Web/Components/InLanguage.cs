using System.Globalization;
using TradeSecretPilot.Domain;

namespace TradeSecretPilot.Web.Components;

/// <summary>Picks the page's language for what is kept in both, such as the name of a batch or a refusal.</summary>
public static class InLanguage
{
    private static bool Chinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static string Of(string zh, string en) => Chinese ? zh : en;

    public static string? Of(Refusal? refusal) =>
        refusal is null ? null : Of(refusal.Zh, refusal.En);
}
