using System.Globalization;

namespace TradeSecretPilot.UseCases.Platform;

public static class PlatformRefusals
{
    /// <param name="most">Pages that one session may have open.</param>
    public static Refusal TooManyPages(int most) =>
        new(
            RefusalKind.InvalidInput,
            "Platform.TooManyPages",
            string.Create(
                CultureInfo.InvariantCulture,
                $"这次登录已经打开了{most}个页面。请关闭不用的页面，再打开这一页。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"This session has {most} pages open. Close those you do not need, then open this one."
            )
        );

    public static Refusal ChangedMeanwhile() =>
        new(
            RefusalKind.ChangedMeanwhile,
            "Platform.ChangedMeanwhile",
            "这条记录刚刚被他人办理，本次操作未生效。请刷新页面，核对后再办理。",
            "Somebody else has just changed this record; nothing was done. Reload, check and try again."
        );

    public static Refusal AlreadyDone() =>
        new(
            RefusalKind.AlreadyDone,
            "Platform.AlreadyDone",
            "同样的操作已经办理过，本次未重复生效。请刷新页面查看结果。",
            "The same was already done; it was not repeated. Reload to see the outcome."
        );

    public static Refusal Busy() =>
        new(
            RefusalKind.Unavailable,
            "Platform.Busy",
            "系统繁忙，本次操作未生效，请稍后再试。",
            "The system is busy; nothing was done. Try again shortly."
        );

    public static Refusal Unsure() =>
        new(
            RefusalKind.Unavailable,
            "Platform.Unsure",
            "与数据库的连接中断，暂时无法确认本次操作是否生效。请稍后刷新页面，核对后再决定是否重新办理。",
            "The connection to the database broke, and it is not known yet whether the act took effect. Reload in a while and check before trying again."
        );

    /// <param name="ahead">By how much this node's clock is ahead of the database server's; negative when it is behind.</param>
    public static Refusal ClockApart(TimeSpan ahead) =>
        new(
            RefusalKind.Unavailable,
            "Platform.ClockApart",
            string.Create(
                CultureInfo.InvariantCulture,
                $"服务器的时钟与数据库相差{ahead.Duration().TotalSeconds:0}秒，与时限有关的操作暂停办理，本次操作未生效。请稍后再试；如仍不行，请告知系统管理员。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"The server's clock is {ahead.Duration().TotalSeconds:0} s apart from the database's. Acts bound to deadlines are suspended; nothing was done. Try again shortly, or tell the system administrator."
            )
        );

    public static Refusal FilesUnavailable() =>
        new(
            RefusalKind.Unavailable,
            "Platform.FilesUnavailable",
            "文件存储暂时不可用，本次操作未生效，请稍后再试；如仍不行，请告知系统管理员。",
            "The store of files does not answer; nothing was done. Try again shortly, or tell the system administrator."
        );

    public static Refusal ScannerUnavailable() =>
        new(
            RefusalKind.Unavailable,
            "Platform.ScannerUnavailable",
            "病毒扫描没有完成，文件没有收下，请稍后再试；如仍不行，请告知系统管理员。您填写的内容不受影响。",
            "The scan for viruses was not finished; the file was not taken. Try again shortly, or tell the system administrator. What you typed is not affected."
        );

    public static Refusal InvalidInput(string zh, string en) =>
        new(RefusalKind.InvalidInput, "Platform.InvalidInput", zh, en);
}
