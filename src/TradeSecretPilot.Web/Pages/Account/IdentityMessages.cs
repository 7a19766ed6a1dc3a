using System.Globalization;
using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Identity describes an error in Chinese and English at once; a page shows the half it needs.</summary>
public static class IdentityMessages
{
    /// <summary>Of an account that was locked by failures; key of the translation.</summary>
    public const string LockedOut =
        "连续输错5次，账号已锁定15分钟。请稍后再试，或联系安全管理员解锁。";

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
