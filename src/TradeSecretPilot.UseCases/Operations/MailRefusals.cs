namespace TradeSecretPilot.UseCases.Operations;

public static class MailRefusals
{
    public static Refusal NoRelay() =>
        new(
            RefusalKind.Unavailable,
            "Mail.NoRelay",
            "没有配置邮件中继（Mail:Host），邮件不会寄出。请在配置中填写后重启门户。",
            "No mail relay is configured (Mail:Host), so no mail leaves. Set it and restart the portal."
        );

    public static Refusal InvalidAddress() =>
        new(
            RefusalKind.InvalidInput,
            "Mail.InvalidAddress",
            "收件邮箱格式不正确，请改为类似 name@example.cn 的地址。",
            "The mail address is not valid. Give one such as name@example.cn."
        );

    public static Refusal NoAddress() =>
        new(
            RefusalKind.InvalidInput,
            "Mail.NoAddress",
            "您的账号没有邮箱，请填写收件邮箱。",
            "Your account has no mail address: give one."
        );

    /// <param name="reason">What the relay said, or why it was not reached.</param>
    public static Refusal NotSent(string reason) =>
        new(
            RefusalKind.Unavailable,
            "Mail.NotSent",
            $"测试邮件没有寄出。{reason}",
            $"The test mail did not leave. {reason}"
        );
}
