namespace TradeSecretPilot.UseCases.Platform.Files;

/// <summary>Why a piece of a file is not taken.</summary>
public static class UploadRefusals
{
    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Upload.NotFound",
            "没有找到这次上传，可能已经取消或过期。请重新选择文件。",
            "This upload was not found; it was cancelled or has expired. Choose the file again."
        );

    public static Refusal WrongOffset() =>
        new(
            RefusalKind.ChangedMeanwhile,
            "Upload.WrongOffset",
            "这一段与已收到的部分接不上，没有收下。请查询已收到多少，再从那里继续。",
            "This piece does not go on where the file has come to; it was not taken. Ask how far it is and go on from there."
        );

    public static Refusal WrongPiece() =>
        new(
            RefusalKind.InvalidInput,
            "Upload.WrongPiece",
            $"每段须为{UploadLimits.MinPiece / 1024}至{UploadLimits.MaxPiece / 1024} KB（最后一段可以更短），不能超出文件的长度，没有收下。",
            $"A piece has {UploadLimits.MinPiece / 1024} to {UploadLimits.MaxPiece / 1024} KB (the last may be shorter) and does not go beyond the file; it was not taken."
        );

    public static Refusal TooMany() =>
        new(
            RefusalKind.InvalidInput,
            "Upload.TooMany",
            $"同时上传的文件最多{UploadLimits.MaxOpen}个。请等前面的传完，再选择这个文件。",
            $"At most {UploadLimits.MaxOpen} files are uploaded at the same time. Wait for those before, then choose this one again."
        );

    public static Refusal Unfinished() =>
        new(
            RefusalKind.WrongState,
            "Upload.Unfinished",
            "文件还没有传完，不能使用。请等它传完。",
            "The file has not arrived yet. Wait for the rest of it."
        );
}
