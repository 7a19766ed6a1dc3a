namespace TradeSecretPilot.Domain.SealedCopies;

public static class SealedCopyRefusals
{
    public static Refusal NotAScan(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "SealedCopy.NotAScan",
            $"“{fileName}”不是扫描件。盖章件请上传 PDF、JPG 或 PNG 扫描件。",
            $"“{fileName}” is no scan. Upload the sealed copy as PDF, JPG or PNG."
        );

    /// <param name="fileName">Under which the same scan is kept.</param>
    public static Refusal AlreadyKept(string fileName) =>
        new(
            RefusalKind.AlreadyDone,
            "SealedCopy.AlreadyKept",
            $"已经上传过：这份扫描件与盖章件“{fileName}”内容完全相同，没有重复添加。",
            $"Already uploaded: this scan has exactly the content of the sealed copy “{fileName}”; it was not added again."
        );

    public static Refusal OtherText() =>
        new(
            RefusalKind.InvalidInput,
            "SealedCopy.OtherText",
            "打印盖章之后文本又有修改，这份盖章件对应的不是现在的文本，未上传。请重新打印、盖章、扫描后上传。",
            "The text was changed after it was printed and sealed; this copy belongs to another text and was not taken. Print, seal and scan the present text."
        );

    public static Refusal NoLongerTaken() =>
        new(
            RefusalKind.TooLate,
            "SealedCopy.NoLongerTaken",
            "这份申报现在不能再补盖章件：已上报或已终止。",
            "No sealed copy can be added any more: the application was forwarded or has ended."
        );

    public static Refusal LetterNotForwarded() =>
        new(
            RefusalKind.WrongState,
            "SealedCopy.LetterNotForwarded",
            "本省还没有上报，不能上传上报函盖章件。请先上报，再按上报的函打印、盖章、扫描后上传。",
            "Your province has not forwarded yet. Forward first, then print, seal, scan and upload the letter that was sent."
        );

    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "SealedCopy.NotFound",
            "没有找到这份盖章件，或您无权查看。请回到记录重新进入。",
            "This sealed copy was not found, or is not yours to see. Go back to the record."
        );
}
