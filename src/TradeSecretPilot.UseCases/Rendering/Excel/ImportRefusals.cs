using System.Globalization;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

/// <summary>Why a chosen file is not read at all.</summary>
public static class ImportRefusals
{
    public static Refusal NotXlsx() =>
        new(
            RefusalKind.InvalidInput,
            "Import.NotXlsx",
            "只能读取 .xlsx 格式的 Excel 工作簿。请先导出模板，填写后直接保存，再选择该文件。",
            "Only Excel workbooks of the .xlsx format are read. Export the template, fill it in, save it, and choose that file."
        );

    public static Refusal TooLarge(int megabytes) =>
        new(
            RefusalKind.InvalidInput,
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
            RefusalKind.InvalidInput,
            "Import.Encrypted",
            "这个文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码后另存，再选择该文件。",
            "The file is protected by a password and cannot be read. Remove the password in Excel or WPS, save it, and choose it again."
        );

    public static Refusal OldFormat() =>
        new(
            RefusalKind.InvalidInput,
            "Import.OldFormat",
            "这是旧版 Excel（.xls）文件，改名不能改变格式。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（.xlsx）”后再选择。",
            "This is a workbook of the old .xls format; renaming does not change it. Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and choose that file."
        );

    public static Refusal Broken() =>
        new(
            RefusalKind.InvalidInput,
            "Import.Broken",
            "文件已损坏，或者不是 Excel 工作簿，无法读取。请用 Excel 或 WPS 打开检查，另存为 .xlsx 后再试。",
            "The file is damaged, or is no Excel workbook, and cannot be read. Open it in Excel or WPS, save it as .xlsx, and try again."
        );

    public static Refusal TooMuchInside() =>
        new(
            RefusalKind.InvalidInput,
            "Import.TooMuchInside",
            "这个文件解开后过大，不像是填写的模板，没有读取。请把内容复制到新导出的模板中再试。",
            "The file holds far more than a filled-in template does and was not read. Copy the content into a newly exported template and try again."
        );

    public static Refusal TooManySheets(int most) =>
        new(
            RefusalKind.InvalidInput,
            "Import.TooManySheets",
            string.Create(
                CultureInfo.InvariantCulture,
                $"工作簿里的工作表超过{most}张，没有读取。请只留下填写的那一张，保存后再试。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"The workbook has more than {most} sheets and was not read. Leave only the one that is filled in, save it, and try again."
            )
        );

    /// <param name="row">The row that reaches too far, from 1.</param>
    public static Refusal TooFarDown(long row, int most) =>
        new(
            RefusalKind.InvalidInput,
            "Import.TooFarDown",
            string.Create(
                CultureInfo.InvariantCulture,
                $"第{row}行有内容或格式，超出了可以读取的{most}行，没有读取。请删除所填内容以下的各行，保存后再试；或把内容复制到新导出的模板中。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Row {row} holds content or formats, beyond the {most} rows that are read; nothing was read. Delete the rows below what you filled in, save the file and try again, or copy the content into a newly exported template."
            )
        );

    /// <param name="cell">The cell that reaches too far, such as XFD1.</param>
    /// <param name="last">The last column that is read.</param>
    public static Refusal TooFarRight(string cell, string last) =>
        new(
            RefusalKind.InvalidInput,
            "Import.TooFarRight",
            $"单元格{Brief(cell)}有内容或格式，超出了可以读取的{last}列，没有读取。请删除模板右侧多余的列，保存后再试。",
            $"Cell {Brief(cell)} holds content or a format, beyond column {last}, the last that is read; nothing was read. Delete the columns to the right of the template, save the file and try again."
        );

    private static string Brief(string cell) => cell.Length <= 12 ? cell : $"{cell[..12]}…";

    /// <param name="sheet">The template's name.</param>
    /// <param name="missing">The heads that were not found.</param>
    public static Refusal NotOurs(string sheet, string missing) =>
        new(
            RefusalKind.InvalidInput,
            "Import.NotOurs",
            $"没有找到“{sheet}”表，缺少列：{missing}。请用本页导出的模板填写，不要改动表头。",
            $"This is not the template of this table: it lacks the columns {missing}. Fill in the template exported from this page and leave its heads as they are."
        );

    /// <param name="head">The column.</param>
    /// <param name="ours">The template's unit; null for a column of figures in several units.</param>
    /// <param name="theirs">The unit behind the head in the file.</param>
    public static Refusal OtherUnit(string head, string? ours, string theirs) =>
        new(
            RefusalKind.InvalidInput,
            "Import.OtherUnit",
            ours is null
                ? $"“{head}”列的表头写着单位“{theirs}”，模板各行的单位见“单位”列，没有读取。请按“单位”列换算，并改回模板的表头。"
                : $"“{head}”列的表头写着单位“{theirs}”，模板的单位是“{ours}”，没有读取。请把数字换算成{ours}，并把表头改回“{head}（{ours}）”。",
            ours is null
                ? $"The head “{head}” names the unit “{theirs}”, while each row of the template has its own; nothing was read. Convert the figures and restore the head."
                : $"The head “{head}” names the unit “{theirs}”, while the template's is “{ours}”; nothing was read. Convert the figures and restore the head."
        );

    public static Refusal NothingFilled() =>
        new(
            RefusalKind.InvalidInput,
            "Import.NothingFilled",
            "表中没有填写的行，没有读取。示例和填写要求两行不算；请从它们下面一行开始填写。",
            "No row of the table is filled in, so nothing was read. The rows of the example and of the hints do not count; write beneath them."
        );
}
