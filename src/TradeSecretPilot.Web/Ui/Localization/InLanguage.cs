using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TradeSecretPilot.Web.Ui.Localization;

/// <summary>Picks the page's language for what is kept in both: terms, refusals, the name of a batch.</summary>
public static class InLanguage
{
    public static string Of(string zh, string en) => Cultures.IsChinese ? zh : en;

    [return: NotNullIfNotNull(nameof(term))]
    public static string? Of(Term? term) => term is null ? null : Of(term.Zh, term.En);

    public static string? Of(Refusal? refusal) =>
        refusal is null ? null : Of(refusal.Zh, refusal.En);
}
