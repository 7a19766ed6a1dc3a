using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Organizations;

/// <summary>What owners of accounts and security administrators are told of accounts.</summary>
internal static class AccountMessages
{
    private const string OwnPage = "/account/sessions";

    /// <summary>Goes to the address that counts until the new one is confirmed.</summary>
    public sealed record MailChangeAsked : Message
    {
        public MailChangeAsked()
            : base(
                new(
                    "您的账号申请了更改邮箱：新邮箱经本人登录确认后生效，在此之前仍使用这个邮箱。如果不是您本人办理的，请修改密码，并立即告知安全管理员。",
                    "Another mail address was asked for on your account: it counts once you confirm it, signed in; until then this one does. If it was not you, change your password and tell the security administrator at once."
                ),
                OwnDetails.Page
            ) { }
    }

    /// <summary>Goes to the address that counted so far.</summary>
    public sealed record MailChanged : Message
    {
        public MailChanged()
            : base(
                new(
                    "您账号的邮箱已更换，今后的邮件发往新邮箱，这是发往原邮箱的最后一封。如果不是您本人办理的，请立即告知安全管理员，由其锁定账号。",
                    "Your account has another mail address; this is the last mail to the former one. If it was not you, tell the security administrator at once to lock the account."
                ),
                OwnDetails.Page
            ) { }
    }

    public sealed record PasswordReset(string By)
        : Message(
            new(
                $"系统管理员{By}重置了您的密码，原密码已失效，请用一次性链接或密封信重新设置。如果不是您申请的，请立即告知安全管理员。",
                $"The system administrator {By} reset your password; the old one no longer works. Set another one by the one-time link or the sealed letter. If you did not ask for this, tell the security administrator at once."
            ),
            OwnPage
        );

    public sealed record PasswordResetOf(string UserName, string DisplayName, string By)
        : Message(
            new(
                $"系统管理员{By}重置了账号{UserName}（{DisplayName}）的密码，并发出一次性链接或密封信。",
                $"The system administrator {By} reset the password of {UserName} ({DisplayName}) and gave out a one-time link or letter."
            ),
            Security(UserName)
        );

    public sealed record PasswordSet : Message
    {
        public PasswordSet()
            : base(
                new(
                    "您的密码已通过一次性链接或密封信重新设置。如果不是您本人办理的，请立即告知安全管理员，由其锁定账号。",
                    "Your password was set by the one-time link or letter. If it was not you, tell the security administrator at once to lock the account."
                ),
                OwnPage
            ) { }
    }

    public sealed record PasswordSetOf(string UserName, string DisplayName)
        : Message(
            new(
                $"账号{UserName}（{DisplayName}）已通过一次性链接或密封信设置新密码。",
                $"A new password of {UserName} ({DisplayName}) was set by a one-time link or letter."
            ),
            Security(UserName)
        );

    public sealed record ConsentAsked(ConsentAct Act, string UserName, string By)
        : Message(
            new(
                $"{By}提出：{Terms.Of(Act).Zh}{UserName}，需要您同意。请核对后同意或不同意。",
                $"{By} asks: {Lower(Act)} {UserName}. It needs your consent; check and decide."
            ),
            Consents.Page
        );

    public sealed record ConsentGiven(ConsentAct Act, string UserName, string By)
        : Message(
            new(
                $"{By}已同意{Terms.Of(Act).Zh}{UserName}，已经办理。",
                $"{By} consented and it is done: {Lower(Act)} {UserName}."
            ),
            Consents.Page
        );

    public sealed record ConsentRefused(ConsentAct Act, string UserName, string By, string Reason)
        : Message(
            new(
                $"{By}不同意{Terms.Of(Act).Zh}{UserName}：{Reason}",
                $"{By} refused ({Lower(Act)} {UserName}): {Reason}"
            ),
            Consents.Page
        );

    private static string Lower(ConsentAct act) => Terms.Of(act).En.ToLowerInvariant();

    private static string Security(string userName) =>
        $"/admin/security?q={Uri.EscapeDataString(userName)}";
}
