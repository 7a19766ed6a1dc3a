namespace TradeSecretPilot.Web.Components;

public enum NoticeKind
{
    Info,
    Warn,
    Danger,
    Done,
}
