using TradeSecretPilot.Domain;

namespace TradeSecretPilot.UseCases.Platform;

public static class PlatformRefusals
{
    public static Refusal ChangedMeanwhile() =>
        new(
            "Platform.ChangedMeanwhile",
            "这条记录刚刚被他人办理，本次操作未生效。请刷新页面，核对后再办理。",
            "Somebody else has just changed this record; nothing was done. Reload, check and try again."
        );

    public static Refusal AlreadyDone() =>
        new(
            "Platform.AlreadyDone",
            "同样的操作已经办理过，本次未重复生效。请刷新页面查看结果。",
            "The same was already done; it was not repeated. Reload to see the outcome."
        );

    public static Refusal InvalidInput(string zh, string en) =>
        new("Platform.InvalidInput", zh, en);
}
