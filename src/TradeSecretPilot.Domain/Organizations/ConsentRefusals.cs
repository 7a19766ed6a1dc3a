namespace TradeSecretPilot.Domain.Organizations;

public static class ConsentRefusals
{
    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Consent.NotFound",
            "没有找到这个事项。请回到待同意事项查看。",
            "This request was not found. Go back to the list of requests."
        );

    public static Refusal Decided() =>
        new(
            RefusalKind.AlreadyDone,
            "Consent.Decided",
            "这个事项已经办结，不能再次办理。请刷新页面查看结果。",
            "This request was decided before. Reload to see the outcome."
        );

    public static Refusal Expired() =>
        new(
            RefusalKind.TooLate,
            "Consent.Expired",
            "这个事项已过期，没有生效。仍需办理的，请重新提出。",
            "This request has expired without effect. If it is still needed, ask again."
        );

    public static Refusal OwnRequest() =>
        new(
            RefusalKind.InvalidInput,
            "Consent.OwnRequest",
            "本人提出的事项不能由本人同意，请由另一位系统管理员或安全管理员办理；不再需要的可以撤回。",
            "You cannot consent to what you asked for yourself; another system or security administrator does. You may withdraw it."
        );

    public static Refusal OwnAccount() =>
        new(
            RefusalKind.InvalidInput,
            "Consent.OwnAccount",
            "不能办理关于自己账号的事项，请由其他管理员办理。",
            "You cannot decide on your own account; ask another administrator."
        );

    public static Refusal AskedAlready() =>
        new(
            RefusalKind.AlreadyDone,
            "Consent.AskedAlready",
            "同一账号的同样事项正在等待同意，不能重复提出。请在待同意事项中查看。",
            "The same was asked for this account and waits for consent. See the list of requests."
        );

    public static Refusal NobodyElse() =>
        new(
            RefusalKind.InvalidInput,
            "Consent.NobodyElse",
            "办理权限较大的账号须经另一位系统管理员或安全管理员同意，目前没有可以同意的人。请在服务器上用 create-admin 命令建立安全管理员，再来办理。",
            "Acts on privileged accounts need the consent of another system or security administrator, and there is none. Create a security administrator with the command create-admin on the server first."
        );
}
