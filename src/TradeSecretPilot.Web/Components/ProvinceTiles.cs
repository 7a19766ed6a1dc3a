namespace TradeSecretPilot.Web.Components;

/// <summary>The 32 recipients of the programme in the order of their codes, by 大区. Not a map: a place says nothing.</summary>
public static class ProvinceTiles
{
    /// <summary>A province: first two digits of its code, one-character abbreviation, short name.</summary>
    public sealed record Province(string Prefix, string Letter, string Name);

    /// <summary>A row of the grid.</summary>
    public sealed record Row(string Name, IReadOnlyList<Province> Provinces);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(
            "华北",
            [
                new("11", "京", "北京"),
                new("12", "津", "天津"),
                new("13", "冀", "河北"),
                new("14", "晋", "山西"),
                new("15", "蒙", "内蒙古"),
            ]
        ),
        new("东北", [new("21", "辽", "辽宁"), new("22", "吉", "吉林"), new("23", "黑", "黑龙江")]),
        new(
            "华东",
            [
                new("31", "沪", "上海"),
                new("32", "苏", "江苏"),
                new("33", "浙", "浙江"),
                new("34", "皖", "安徽"),
                new("35", "闽", "福建"),
                new("36", "赣", "江西"),
                new("37", "鲁", "山东"),
            ]
        ),
        new(
            "中南",
            [
                new("41", "豫", "河南"),
                new("42", "鄂", "湖北"),
                new("43", "湘", "湖南"),
                new("44", "粤", "广东"),
                new("45", "桂", "广西"),
                new("46", "琼", "海南"),
            ]
        ),
        new(
            "西南",
            [
                new("50", "渝", "重庆"),
                new("51", "川", "四川"),
                new("52", "贵", "贵州"),
                new("53", "云", "云南"),
                new("54", "藏", "西藏"),
            ]
        ),
        new(
            "西北",
            [
                new("61", "陕", "陕西"),
                new("62", "甘", "甘肃"),
                new("63", "青", "青海"),
                new("64", "宁", "宁夏"),
                new("65", "新", "新疆"),
                new("66", "兵", "新疆生产建设兵团"),
            ]
        ),
    ];
}
