using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Wording;

namespace TradeSecretPilot.UseCases.Organizations;

public static class AccountRefusals
{
    public const int UserNameMaxLength = 64;
    public const int EmailMaxLength = 256;
    public const int ReasonMaxLength = 500;

    public static Refusal SessionNotFound() =>
        new(
            RefusalKind.NotFound,
            "Account.SessionNotFound",
            "这个登录已经结束。请刷新后查看现在的登录。",
            "This session has ended already. Reload to see those there are."
        );

    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Account.NotFound",
            "没有找到这个账号。请回到列表重新进入。",
            "This account was not found. Go back to the list."
        );

    public static Refusal UserNameInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Account.UserNameInvalid",
            $"账号须为3至{UserNameMaxLength}位，只能使用字母、数字和 - . _ @。请重新填写。",
            $"The account name needs 3 to {UserNameMaxLength} letters, digits and - . _ @. Enter it again."
        );

    public static Refusal UserNameTaken(string userName) =>
        new(
            RefusalKind.AlreadyDone,
            "Account.UserNameTaken",
            $"账号“{userName}”已存在，请换一个。",
            $"The account name “{userName}” is taken. Choose another."
        );

    public static Refusal DisplayNameInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Account.DisplayNameInvalid",
            $"姓名须为1至{Account.DisplayNameMaxLength}字，请重新填写。",
            $"The name needs 1 to {Account.DisplayNameMaxLength} characters. Enter it again."
        );

    public static Refusal EmailInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Account.EmailInvalid",
            "邮箱格式不正确，请改正；没有邮箱可以不填。",
            "The mail address is not valid. Correct it, or leave it empty."
        );

    public static Refusal PhoneInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Account.PhoneInvalid",
            $"办公电话须为5至{Account.PhoneMaxLength}位数字，可以用 + - ( ) 空格和“转”；没有可以不填。请改正。",
            $"The office phone needs 5 to {Account.PhoneMaxLength} characters: digits, + - ( ) and blanks, an extension after a hyphen. Correct it, or leave it empty."
        );

    public static Refusal MailUnavailable() =>
        new(
            RefusalKind.InvalidInput,
            "Account.MailUnavailable",
            "平台还不能发送带链接的邮件，不能更改邮箱。请联系系统管理员设置发信和平台网址。",
            "The portal cannot send mails with links yet, so the address cannot be changed. Ask the system administrator to set up mail and the portal's address."
        );

    public static Refusal MailMissing() =>
        new(
            RefusalKind.InvalidInput,
            "Account.MailMissing",
            $"请填写新邮箱，格式如 name@example.cn，不超过{EmailMaxLength}位。",
            $"Enter the new mail address, such as name@example.cn, of at most {EmailMaxLength} characters."
        );

    public static Refusal MailSame() =>
        new(
            RefusalKind.AlreadyDone,
            "Account.MailSame",
            "这就是现在使用的邮箱，已经确认过。要更换的，请填写另一个邮箱。",
            "This is the present address, which was confirmed. Enter another one to change it."
        );

    public static Refusal MailTooSoon() =>
        new(
            RefusalKind.WrongState,
            "Account.MailTooSoon",
            "确认邮件刚刚发出，1分钟后才能再次发送。请先查看收件箱和垃圾邮件。",
            "A mail was sent just now; another one can be sent after a minute. Look into the inbox and the spam folder first."
        );

    public static Refusal MailChangeNotFound() =>
        new(
            RefusalKind.NotFound,
            "Account.MailChangeNotFound",
            "没有等待确认的新邮箱：可能已经确认、放弃，或者另外申请了更改。请回到“我的资料”查看。",
            "No new mail address waits here: it was confirmed, given up, or another one was asked for. Go back to your details."
        );

    /// <summary>One answer for whatever is wrong.</summary>
    public static Refusal MailLinkInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Account.MailLinkInvalid",
            "确认链接无效：已使用、已过期、已被新的邮件取代，或者不属于现在登录的账号。请用申请更改的账号登录，需要时在“我的资料”再次发送；连续5次不符，账号将锁定15分钟。",
            "The link is not valid: it was used, has expired, was replaced by a later mail, or belongs to another account. Sign in with the account that asked, and send it again from your details if needed; after five wrong tries the account is locked for 15 minutes."
        );

    public static Refusal RoleInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Account.RoleInvalid",
            "请选择账号的角色。",
            "Choose the account's role."
        );

    public static Refusal OrganizationDoesNotFit() =>
        new(
            RefusalKind.InvalidInput,
            "Account.OrganizationDoesNotFit",
            "所选单位与角色不符：地方、省级和总局角色须选同级单位，专家和三类管理员不属于任何单位。请重新选择。",
            "The organisation does not fit the role: local, provincial and national roles need one of their own kind; experts and administrators belong to none. Choose again."
        );

    public static Refusal ExpertProfileMissing() =>
        new(
            RefusalKind.InvalidInput,
            "Account.ExpertProfileMissing",
            "请填写专家的工作单位和专业领域。",
            "Enter the expert's unit and specialty."
        );

    public static Refusal OtherKind(Role made) =>
        new(
            RefusalKind.InvalidInput,
            "Account.OtherKind",
            $"您建立过{Terms.Of(made).Zh}，不能再建立另外两类管理员（三员分立）。请由另一位系统管理员办理。",
            $"You created a {Terms.Of(made).En.ToLowerInvariant()} before and cannot create the other two kinds of administrator. Another system administrator does."
        );

    public static Refusal Closed() =>
        new(
            RefusalKind.InvalidInput,
            "Account.Closed",
            "账号已停用，或已由安全管理员锁定，不能重置密码。请先启用或解锁。",
            "The account is disabled, or locked by a security administrator. Enable or unlock it first."
        );

    /// <summary>One answer for whatever is wrong, so that it tells nothing about accounts.</summary>
    public static Refusal LinkInvalid() =>
        new(
            RefusalKind.InvalidInput,
            "Account.LinkInvalid",
            "账号或验证码不正确，或者链接已使用、已过期、已作废。请核对，或请系统管理员重新发出；连续输错5次，账号将锁定15分钟。",
            "The account or code is wrong, or the link was used, has expired or was withdrawn. Check them, or ask the system administrator for another; after five wrong tries the account is locked for 15 minutes."
        );

    public static Refusal LetterNotFound() =>
        new(
            RefusalKind.NotFound,
            "Account.LetterNotFound",
            "没有待打印的密封信：可能已使用、过期或作废。请回到账号列表，需要时重新重置密码。",
            "There is no letter to print: it may have been used, expired or withdrawn. Go back to the accounts, and reset the password again if needed."
        );

    public static Refusal LetterPrinted() =>
        new(
            RefusalKind.AlreadyDone,
            "Account.LetterPrinted",
            "这封密封信已经打印过，不能再次打印。如信件遗失，请重新重置密码，原信随即作废。",
            "This letter was printed before and is not printed again. If it was lost, reset the password again; that voids it."
        );

    public static Refusal NotOneself() =>
        new(
            RefusalKind.InvalidInput,
            "Account.NotOneself",
            "不能对自己的账号办理此项，请由其他管理员办理。",
            "You cannot do this to your own account; ask another administrator."
        );

    public static Refusal AdministratorExists() =>
        new(
            RefusalKind.AlreadyDone,
            "Account.AdministratorExists",
            "已有在用的这一类管理员，命令不再新建。请由系统管理员在“账号管理”中新建；唯一的管理员忘记密码的，加上 --another 再建一个。",
            "There is an administrator of this kind in use already. A system administrator creates further ones; where the only one lost the password, add --another."
        );
}
