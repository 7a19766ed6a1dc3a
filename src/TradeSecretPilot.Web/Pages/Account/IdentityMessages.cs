using System.Globalization;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Identity describes an error in Chinese and English at once; a page shows the half it needs.</summary>
public static class IdentityMessages
{
    private const char ChineseStop = '。';

    public static string Of(IdentityResult result) =>
        string.Join(' ', result.Errors.Select(e => Half(e.Description)));

    private static string Half(string text)
    {
        var stop = text.LastIndexOf(ChineseStop);
        if (stop < 0 || stop == text.Length - 1)
        {
            return text;
        }

        return Cultures.IsChinese ? text[..(stop + 1)] : text[(stop + 1)..].Trim();
    }
}
