using System.Globalization;

namespace TradeSecretPilot.Domain.Attachments;

public static class AttachmentRefusals
{
    private const long Megabyte = 1024 * 1024;

    public static Refusal TooMany() =>
        new(
            "Attachment.TooMany",
            $"附件最多{Attachment.MaxCount}个。请合并或删去不必要的附件。",
            $"At most {Attachment.MaxCount} attachments. Merge some, or remove what is not needed."
        );

    public static Refusal Invalid() =>
        new(
            "Attachment.Invalid",
            $"附件名称不能超过{Attachment.TitleMaxLength}字，文件名不能超过{Attachment.FileNameMaxLength}字，同一附件不能列两次。请改正。",
            $"An attachment's title has at most {Attachment.TitleMaxLength} characters, its file name {Attachment.FileNameMaxLength}, and none is listed twice. Correct it."
        );

    public static Refusal NotConfirmed() =>
        new(
            "Attachment.NotConfirmed",
            "涉密信息不得上传。请先确认文件不含涉密信息和企业商业秘密，再上传。",
            "No state secrets may be uploaded. First confirm that the file holds neither state nor trade secrets."
        );

    public static Refusal TooLarge() =>
        new(
            "Attachment.TooLarge",
            string.Create(
                CultureInfo.InvariantCulture,
                $"单个文件不能超过{Attachment.MaxBytes / Megabyte} MB，未上传。请压缩或拆分后再试。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"A file may have at most {Attachment.MaxBytes / Megabyte} MB; it was not taken. Compress or split it."
            )
        );

    public static Refusal Empty() =>
        new(
            "Attachment.Empty",
            "文件是空的，未上传。请重新选择。",
            "The file is empty; it was not taken. Choose another one."
        );

    public static Refusal KindNotTaken(string fileName) =>
        new(
            "Attachment.KindNotTaken",
            $"“{fileName}”不是可以上传的文件，或内容与扩展名不符。请上传 PDF、Word（docx）、Excel（xlsx）、JPG 或 PNG 文件。",
            $"“{fileName}” is no file that is taken, or is not what its ending says. Upload PDF, Word (docx), Excel (xlsx), JPG or PNG."
        );

    public static Refusal NotFound() =>
        new(
            "Attachment.NotFound",
            "没有找到这个附件，可能已从这一版中删去。请回到记录重新进入。",
            "This attachment was not found; it may have been removed from this version. Go back to the record."
        );

    public static Refusal FileUnknown() =>
        new(
            "Attachment.FileUnknown",
            "有附件不是本单位上传的文件，未能保存。请重新上传该附件。",
            "An attachment is no file that your organisation uploaded; nothing was saved. Upload it again."
        );
}
