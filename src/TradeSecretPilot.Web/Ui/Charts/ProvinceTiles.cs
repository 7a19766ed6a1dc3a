namespace TradeSecretPilot.Web.Ui.Charts;

/// <summary>The 32 recipients of the programme in the order of their codes, by 大区. Not a map: a place says nothing.</summary>
public static class ProvinceTiles
{
    /// <summary>A province on its tile.</summary>
    /// <param name="Prefix">First two digits of its code.</param>
    /// <param name="Character">Its one-character abbreviation.</param>
    /// <param name="Letters">Its letters in ISO 3166-2:CN; 兵团 has none there and goes by its English initials.</param>
    /// <param name="Name">Its short name.</param>
    public sealed record Province(string Prefix, string Character, string Letters, string Name);

    /// <summary>A row of the grid.</summary>
    public sealed record Row(string Name, IReadOnlyList<Province> Provinces);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(
            "华北",
            [
                new("11", "京", "BJ", "北京"),
                new("12", "津", "TJ", "天津"),
                new("13", "冀", "HE", "河北"),
                new("14", "晋", "SX", "山西"),
                new("15", "蒙", "NM", "内蒙古"),
            ]
        ),
        new(
            "东北",
            [
                new("21", "辽", "LN", "辽宁"),
                new("22", "吉", "JL", "吉林"),
                new("23", "黑", "HL", "黑龙江"),
            ]
        ),
        new(
            "华东",
            [
                new("31", "沪", "SH", "上海"),
                new("32", "苏", "JS", "江苏"),
                new("33", "浙", "ZJ", "浙江"),
                new("34", "皖", "AH", "安徽"),
                new("35", "闽", "FJ", "福建"),
                new("36", "赣", "JX", "江西"),
                new("37", "鲁", "SD", "山东"),
            ]
        ),
        new(
            "中南",
            [
                new("41", "豫", "HA", "河南"),
                new("42", "鄂", "HB", "湖北"),
                new("43", "湘", "HN", "湖南"),
                new("44", "粤", "GD", "广东"),
                new("45", "桂", "GX", "广西"),
                new("46", "琼", "HI", "海南"),
            ]
        ),
        new(
            "西南",
            [
                new("50", "渝", "CQ", "重庆"),
                new("51", "川", "SC", "四川"),
                new("52", "贵", "GZ", "贵州"),
                new("53", "云", "YN", "云南"),
                new("54", "藏", "XZ", "西藏"),
            ]
        ),
        new(
            "西北",
            [
                new("61", "陕", "SN", "陕西"),
                new("62", "甘", "GS", "甘肃"),
                new("63", "青", "QH", "青海"),
                new("64", "宁", "NX", "宁夏"),
                new("65", "新", "XJ", "新疆"),
                new("66", "兵", "XPCC", "新疆生产建设兵团"),
            ]
        ),
    ];
}
