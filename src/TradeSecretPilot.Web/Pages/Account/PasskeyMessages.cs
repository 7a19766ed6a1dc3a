using Microsoft.AspNetCore.Identity;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Why nobody was signed in by a passkey; keys of translations.</summary>
public static class PasskeyMessages
{
    public static string Of(SignInResult result) =>
        result switch
        {
            LockedByAdministrator => "账号已由安全管理员锁定。请联系安全管理员解锁。",
            { IsLockedOut: true } => IdentityMessages.LockedOut,
            { IsNotAllowed: true } => "账号已停用。请联系系统管理员。",
            _ =>
                "通行密钥没有通过验证：可能已从账号中删除，或者等待太久。请再试一次，或改用密码登录。",
        };
}
