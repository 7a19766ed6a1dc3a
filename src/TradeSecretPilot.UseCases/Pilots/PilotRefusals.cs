namespace TradeSecretPilot.UseCases.Pilots;

public static class PilotRefusals
{
    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Pilot.NotFound",
            "没有找到这个试点，可能已不在您的办理范围内。请回到列表重新进入。",
            "This pilot was not found, or is no longer within your remit. Go back to the list."
        );
}
