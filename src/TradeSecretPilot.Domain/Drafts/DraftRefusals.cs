namespace TradeSecretPilot.Domain.Drafts;

public static class DraftRefusals
{
    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Draft.NotFound",
            "没有找到这条修改记录。请回到修改记录列表，选择其中一条。",
            "This earlier draft was not found. Go back to the list of earlier drafts and pick one of them."
        );
}
