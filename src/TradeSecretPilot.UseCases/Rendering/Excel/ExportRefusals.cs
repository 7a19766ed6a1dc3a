using System.Globalization;

namespace TradeSecretPilot.UseCases.Rendering.Excel;

public static class ExportRefusals
{
    public static Refusal TooManyRows(int most) =>
        new(
            RefusalKind.InvalidInput,
            "Export.TooManyRows",
            string.Create(
                CultureInfo.InvariantCulture,
                $"符合条件的记录超过{most}行，一个 Excel 文件放不下。请用筛选条件缩小范围，分几次导出。"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"More than {most} records match, too many for one Excel file. Narrow the list by its filters and export it in parts."
            )
        );
}
