namespace TradeSecretPilot.UseCases.Applications;

public static class ReceiptRefusals
{
    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Receipt.NotFound",
            "没有这个编号的回执。请核对编号，注意区分数字0和字母O。",
            "There is no receipt with this number. Check it, and mind the digit 0 and the letter O."
        );

    public static Refusal NotAnchored() =>
        new(
            RefusalKind.WrongState,
            "Receipt.NotAnchored",
            "这份回执还没有存证：审计记录的根每小时签名公布一次，请稍后再取。启用存证之前签发的回执没有存证。",
            "There is no proof of this receipt yet: roots of the audit trail are signed once an hour. Receipts issued before proofs existed have none."
        );

    public static Refusal FingerprintUnknown() =>
        new(
            RefusalKind.NotFound,
            "Receipt.FingerprintUnknown",
            "没有这个指纹的回执：对应的内容可能尚未提交，或提交前又作了改动。请以提交后取得的回执为准。",
            "No receipt has this fingerprint: the content may not have been submitted yet, or was changed before it was. Rely on the receipt given on submission."
        );
}
