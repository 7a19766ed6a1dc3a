namespace TradeSecretPilot.Web.Ui.Frames;

public enum NoticeKind
{
    Info,
    Warn,
    Danger,
    Done,
}
