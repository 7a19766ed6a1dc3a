using TradeSecretPilot.UseCases.Platform.Identity;

namespace TradeSecretPilot.Web.Pages.Account;

/// <summary>Why a session ended, as addresses carry it and as the sign-in page says it.</summary>
public static class EndedSession
{
    /// <summary>Nobody knows why, or it need not be said.</summary>
    public const string Unknown = "ended";

    private static readonly (SessionEnd End, string Reason, string Text)[] All =
    [
        (
            SessionEnd.SignedOut,
            "signed-out-elsewhere",
            "您在这个浏览器的另一个窗口退出了登录，本窗口也随之退出。"
        ),
        (
            SessionEnd.EndedByOwner,
            "ended-by-owner",
            "这次登录已从“我的登录”中结束。如果不是您本人所为，请登录后立即修改密码。"
        ),
        (
            SessionEnd.PasswordChanged,
            "password-changed",
            "账号的密码已修改，原来的登录全部结束。请用新密码登录；如果不是您本人修改的，请立即联系系统管理员。"
        ),
        (
            SessionEnd.PasswordReset,
            "password-reset",
            "管理员已重置账号的密码，原来的登录全部结束。请按管理员告知的方式登录；如果没有申请过重置，请立即联系安全管理员。"
        ),
        (
            SessionEnd.Locked,
            "locked",
            "账号已由安全管理员锁定，原来的登录全部结束。请联系安全管理员解锁。"
        ),
        (SessionEnd.Disabled, "disabled", "账号已停用，原来的登录全部结束。请联系系统管理员。"),
        (
            SessionEnd.SecondFactorChanged,
            "second-factor-changed",
            "账号的第二步验证或通行密钥已更改，其他登录全部结束。请重新登录；如果不是您本人更改的，请立即联系安全管理员。"
        ),
        (
            SessionEnd.SecondFactorReset,
            "second-factor-reset",
            "安全管理员已重置账号的第二步验证，原来的登录全部结束。请用密码登录，然后重新设置第二步验证。"
        ),
    ];

    public static string ReasonOf(SessionEnd? end) =>
        All.FirstOrDefault(e => e.End == end).Reason ?? Unknown;

    /// <summary>What the page says, key of the translation; null when the reason is none of an ended session.</summary>
    public static string? TextOf(string? reason) =>
        reason == Unknown
            ? "这次登录已经结束。请重新登录。"
            : All.FirstOrDefault(e => e.Reason == reason).Text;
}
