using Microsoft.Extensions.Localization;
using TradeSecretPilot.Web.Ui.Charts;

namespace TradeSecretPilot.Web.Parts.Lists;

/// <summary>The 32 recipients as a select offers them.</summary>
public static class ProvinceChoices
{
    /// <summary>Six-digit code and short name, in the order of the codes.</summary>
    public static List<(string Value, string Text)> All(IStringLocalizer l) =>
        [
            .. ProvinceTiles
                .Rows.SelectMany(r => r.Provinces)
                .OrderBy(p => p.Prefix, StringComparer.Ordinal)
                .Select(p => (p.Prefix + "0000", l[p.Name].Value)),
        ];
}
