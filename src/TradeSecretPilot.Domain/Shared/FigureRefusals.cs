using System.Globalization;

namespace TradeSecretPilot.Domain.Shared;

/// <summary>Why a text in a field of a number, a month or a day cannot be taken.</summary>
public static class FigureRefusals
{
    public static Refusal NotANumber(FigureRange range) =>
        new(
            RefusalKind.InvalidInput,
            "Figure.NotANumber",
            range.Decimals == 0
                ? "不是数字，请填阿拉伯数字，如 12 或 1,200。"
                : "不是数字，请填阿拉伯数字，如 12 或 1,200.5。",
            range.Decimals == 0
                ? "This is no number. Enter digits, such as 12 or 1,200."
                : "This is no number. Enter digits, such as 12 or 1,200.5."
        );

    public static Refusal BadSeparators() =>
        new(
            RefusalKind.InvalidInput,
            "Figure.BadSeparators",
            "分隔符不是每三位一个，分不清是多少。请写成 1,200 或 1200；小数点用“.”。",
            "The separators do not go by threes, so the number is in doubt. Write 1,200 or 1200, and a point before decimals."
        );

    public static Refusal OtherUnit(FigureRange range) =>
        new(
            RefusalKind.InvalidInput,
            "Figure.OtherUnit",
            $"这里的单位是{range.UnitZh}，数字后面写的不是。请换算成{range.UnitZh}，只填数字。",
            $"The unit here is {range.UnitEn}; another one stands behind the number. Convert it, and enter the number alone."
        );

    public static Refusal OutOfRange(FigureRange range) =>
        new(
            RefusalKind.InvalidInput,
            "Figure.OutOfRange",
            $"须在{FigureText.Write(range.Min)}至{FigureText.Write(range.Max)}{range.UnitZh}之间，请核对。",
            $"It must lie between {FigureText.Write(range.Min)} and {FigureText.Write(range.Max)}. Check it."
        );

    public static Refusal TooManyDecimals(FigureRange range) =>
        new(
            RefusalKind.InvalidInput,
            "Figure.TooManyDecimals",
            range.Decimals == 0
                ? "须为整数，请改正。"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"至多{range.Decimals}位小数，请改正。"
                ),
            range.Decimals == 0
                ? "It must be a whole number. Correct it."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"At most {range.Decimals} decimals. Correct it."
                )
        );

    public static Refusal NotAMonth() =>
        new(
            RefusalKind.InvalidInput,
            "Figure.NotAMonth",
            "不是月份，请写成2022-07或2022年7月。",
            "This is no month. Write it as 2022-07."
        );

    public static Refusal NotADay() =>
        new(
            RefusalKind.InvalidInput,
            "Figure.NotADay",
            "不是日期，请写成2022-07-01或2022年7月1日。",
            "This is no day. Write it as 2022-07-01."
        );
}
