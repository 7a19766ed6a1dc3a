using System.Globalization;

namespace TradeSecretPilot.Domain.Attachments;

public static class AttachmentRefusals
{
    private const long Megabyte = 1024 * 1024;

    public static Refusal TooMany() =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.TooMany",
            $"附件最多{Attachment.MaxCount}个。请合并或删去不必要的附件。",
            $"At most {Attachment.MaxCount} attachments. Merge some, or remove what is not needed."
        );

    public static Refusal Invalid() =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.Invalid",
            $"附件名称不能超过{Attachment.TitleMaxLength}字，文件名不能超过{Attachment.FileNameMaxLength}字，同一附件不能列两次。请改正。",
            $"An attachment's title has at most {Attachment.TitleMaxLength} characters, its file name {Attachment.FileNameMaxLength}, and none is listed twice. Correct it."
        );

    public static Refusal NotConfirmed() =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.NotConfirmed",
            "涉密信息不得上传。请先确认文件不含涉密信息和企业商业秘密，再上传。",
            "No state secrets may be uploaded. First confirm that the file holds neither state nor trade secrets."
        );

    public static Refusal TooLarge() =>
        new(
            RefusalKind.InvalidInput,
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
            RefusalKind.InvalidInput,
            "Attachment.Empty",
            "文件是空的，未上传。请重新选择。",
            "The file is empty; it was not taken. Choose another one."
        );

    public static Refusal NotReadable(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.NotReadable",
            $"“{fileName}”打不开，可能已损坏，或内容与扩展名不符，未上传。请在本机打开检查，另存后再上传。",
            $"“{fileName}” cannot be opened: it is damaged, or is not what its ending says; it was not taken. Open it on your computer, save it anew, and upload that."
        );

    public static Refusal Infected(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.Infected",
            $"“{fileName}”没有通过病毒扫描，未上传。请在本机查杀病毒，确认文件无毒后再上传。",
            $"“{fileName}” did not pass the scan for viruses; it was not taken. Clean your computer and the file, then upload it again."
        );

    public static Refusal Encrypted(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.Encrypted",
            $"“{fileName}”设有打开密码，收件人无法打开，未上传。请取消密码后另存，再上传。",
            $"“{fileName}” is protected by a password, so that nobody could open it; it was not taken. Remove the password, save the file, and upload that."
        );

    public static Refusal HasMacros(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.HasMacros",
            $"“{fileName}”含有宏或控件，未上传。请另存为不含宏的文件（docx、xlsx）或 PDF，再上传。",
            $"“{fileName}” holds macros or controls; it was not taken. Save it as a file without macros (docx, xlsx) or as PDF, and upload that."
        );

    public static Refusal HasExternalLinks(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.HasExternalLinks",
            $"“{fileName}”打开时会载入其他文件（外部链接或模板），未上传。请断开链接后另存，或导出为 PDF，再上传。",
            $"“{fileName}” loads other files when it is opened (external links or a template); it was not taken. Break the links and save it, or export it as PDF, and upload that."
        );

    public static Refusal HasEmbedded(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.HasEmbedded",
            $"“{fileName}”里嵌有其他文件，未上传。请取出后分别上传，或导出为不含附件的 PDF。",
            $"“{fileName}” holds other files inside; it was not taken. Upload those by themselves, or export a PDF without them."
        );

    public static Refusal HasScripts(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.HasScripts",
            $"“{fileName}”含有脚本或会启动程序，未上传。请打印或另存为普通 PDF，再上传。",
            $"“{fileName}” holds scripts or starts a program; it was not taken. Print it to, or save it as, a plain PDF, and upload that."
        );

    public static Refusal KindNotTaken(string fileName) =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.KindNotTaken",
            $"“{fileName}”不是可以上传的文件，或内容与扩展名不符。请上传 PDF、Word（docx）、Excel（xlsx）、JPG 或 PNG 文件。",
            $"“{fileName}” is no file that is taken, or is not what its ending says. Upload PDF, Word (docx), Excel (xlsx), JPG or PNG."
        );

    /// <param name="fileName">What was sent.</param>
    /// <param name="title">Of the attachment with the same content; may be empty.</param>
    /// <param name="otherName">Its file.</param>
    public static Refusal AlreadyAttached(string fileName, string title, string otherName)
    {
        var name = string.IsNullOrWhiteSpace(title) ? otherName : title;
        return new(
            RefusalKind.AlreadyDone,
            "Attachment.AlreadyAttached",
            $"已经上传过：“{fileName}”与附件“{name}”（{otherName}）内容完全相同，没有重复添加。",
            $"Already uploaded: “{fileName}” has exactly the content of the attachment “{name}” ({otherName}); it was not added again."
        );
    }

    public static Refusal NotFound() =>
        new(
            RefusalKind.NotFound,
            "Attachment.NotFound",
            "没有找到这个附件，可能已从这一版中删去。请回到记录重新进入。",
            "This attachment was not found; it may have been removed from this version. Go back to the record."
        );

    public static Refusal FileUnknown() =>
        new(
            RefusalKind.InvalidInput,
            "Attachment.FileUnknown",
            "有附件不是本单位上传的文件，未能保存。请重新上传该附件。",
            "An attachment is no file that your organisation uploaded; nothing was saved. Upload it again."
        );
}
