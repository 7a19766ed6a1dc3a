using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>Who may apply in a batch, in words: 市、县（区）；限计划单列市、副省级城市；另点名纳入2个.</summary>
public static class EligibilityWords
{
    public static string Of(IStringLocalizer texts, Eligibility who)
    {
        var parts = new List<string>();
        if (who.Levels.Count > 0)
        {
            parts.Add(Joined(texts, who.Levels.Select(l => InLanguage.Of(Terms.Of(l)))));
        }

        if (who.Classes.Count > 0)
        {
            parts.Add(
                texts["限{0}", Joined(texts, who.Classes.Select(c => InLanguage.Of(Terms.Of(c))))]
            );
        }

        if (who.Included.Count > 0)
        {
            parts.Add(texts["点名纳入{0}个地区", who.Included.Count]);
        }

        if (who.Excluded.Count > 0)
        {
            parts.Add(texts["点名排除{0}个地区", who.Excluded.Count]);
        }

        return string.Join(texts["；"], parts);
    }

    private static string Joined(IStringLocalizer texts, IEnumerable<string> words) =>
        string.Join(texts["、"], words);
}
