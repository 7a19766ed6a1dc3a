namespace TradeSecretPilot.Domain.Divisions;

/// <summary>
/// A class of divisions to which a batch may be limited beside their level. A division can belong to two: every city with its
/// own plan is a sub-provincial city.
/// </summary>
public enum DivisionClass
{
    /// <summary>计划单列市, five of them.</summary>
    PlannedSeparately = 1,

    /// <summary>副省级城市, fifteen with the five above.</summary>
    SubProvincial = 2,

    /// <summary>地级市 that is neither of the two above; 地区、自治州 and 盟 are none.</summary>
    PrefectureCity = 3,

    /// <summary>直辖市所辖区、县.</summary>
    MunicipalityDistrict = 4,
}

public static class DivisionClasses
{
    /// <summary>大连、宁波、厦门、青岛、深圳.</summary>
    private static readonly HashSet<string> PlannedSeparately = new(StringComparer.Ordinal)
    {
        "210200",
        "330200",
        "350200",
        "370200",
        "440300",
    };

    /// <summary>沈阳、长春、哈尔滨、南京、杭州、济南、武汉、广州、成都、西安, and the five above (中编发〔1994〕1号).</summary>
    private static readonly HashSet<string> SubProvincial = new(
        [
            "210100",
            "220100",
            "230100",
            "320100",
            "330100",
            "370100",
            "420100",
            "440100",
            "510100",
            "610100",
            .. PlannedSeparately,
        ],
        StringComparer.Ordinal
    );

    /// <summary>北京、天津、上海、重庆.</summary>
    private static readonly HashSet<string> Municipalities = new(StringComparer.Ordinal)
    {
        "110000",
        "120000",
        "310000",
        "500000",
    };

    /// <summary>The classes of a division; none for a county elsewhere, a prefecture that is no city, or a functional zone.</summary>
    /// <param name="code">Six digits.</param>
    /// <param name="name">As lists show it: a city's name ends with 市.</param>
    public static IReadOnlySet<DivisionClass> Of(
        string code,
        string name,
        DivisionLevel level,
        string provinceCode
    )
    {
        var classes = new HashSet<DivisionClass>();
        if (PlannedSeparately.Contains(code))
        {
            classes.Add(DivisionClass.PlannedSeparately);
        }

        if (SubProvincial.Contains(code))
        {
            classes.Add(DivisionClass.SubProvincial);
        }
        else if (level == DivisionLevel.Prefecture && name.EndsWith('市'))
        {
            classes.Add(DivisionClass.PrefectureCity);
        }

        if (level == DivisionLevel.County && Municipalities.Contains(provinceCode))
        {
            classes.Add(DivisionClass.MunicipalityDistrict);
        }

        return classes;
    }
}
