using System.Globalization;
using TradeSecretPilot.Domain;

namespace TradeSecretPilot.UseCases.Documents.Excel;

/// <summary>Why a chosen file is not read at all.</summary>
public static class ImportRefusals
{
    public static Refusal NotXlsx() =>
        new(
            "Import.NotXlsx",
            "只能读取 .xlsx 格式的 Excel 工作簿。请先导出模板，填写后直接保存，再选择该文件。",
            "Only Excel workbooks of the .xlsx format are read. Export the template, fill it in, save it, and choose that file."
        );

    public static Refusal TooLarge(int megabytes) =>
        new(
            "Import.TooLarge",
            string.Create(
                CultureInfo.InvariantCulture,
                $"文件超过{megabytes} MB，没有读取。请删去图片、多余的工作表和空行后再试，或把内容复制到新导出的模板中。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file is larger than {megabytes} MB and was not read. Remove pictures, other sheets and empty rows, or copy the content into a newly exported template."
            )
        );

    public static Refusal Encrypted() =>
        new(
            "Import.Encrypted",
            "这个文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码后另存，再选择该文件。",
            "The file is protected by a password and cannot be read. Remove the password in Excel or WPS, save it, and choose it again."
        );

    public static Refusal OldFormat() =>
        new(
            "Import.OldFormat",
            "这是旧版 Excel（.xls）文件，改名不能改变格式。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（.xlsx）”后再选择。",
            "This is a workbook of the old .xls format; renaming does not change it. Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and choose that file."
        );

    public static Refusal Broken() =>
        new(
            "Import.Broken",
            "文件已损坏，或者不是 Excel 工作簿，无法读取。请用 Excel 或 WPS 打开检查，另存为 .xlsx 后再试。",
            "The file is damaged, or is no Excel workbook, and cannot be read. Open it in Excel or WPS, save it as .xlsx, and try again."
        );

    public static Refusal TooMuchInside() =>
        new(
            "Import.TooMuchInside",
            "这个文件解开后过大，不像是填写的模板，没有读取。请把内容复制到新导出的模板中再试。",
            "The file holds far more than a filled-in template does and was not read. Copy the content into a newly exported template and try again."
        );

    /// <param name="sheet">The template's name.</param>
    /// <param name="missing">The heads that were not found.</param>
    public static Refusal NotOurs(string sheet, string missing) =>
        new(
            "Import.NotOurs",
            $"没有找到“{sheet}”表，缺少列：{missing}。请用本页导出的模板填写，不要改动表头。",
            $"This is not the template of this table: it lacks the columns {missing}. Fill in the template exported from this page and leave its heads as they are."
        );

    public static Refusal NothingFilled() =>
        new(
            "Import.NothingFilled",
            "表中没有填写的行，没有读取。示例和填写要求两行不算；请从它们下面一行开始填写。",
            "No row of the table is filled in, so nothing was read. The rows of the example and of the hints do not count; write beneath them."
        );
}
