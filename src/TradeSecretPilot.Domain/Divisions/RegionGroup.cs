namespace TradeSecretPilot.Domain.Divisions;

/// <summary>The four regions of the National Bureau of Statistics.</summary>
public enum RegionGroup
{
    /// <summary>东部.</summary>
    East = 1,

    /// <summary>中部.</summary>
    Central = 2,

    /// <summary>西部，含新疆生产建设兵团.</summary>
    West = 3,

    /// <summary>东北.</summary>
    Northeast = 4,
}

public static class RegionGroups
{
    /// <param name="provinceCode">Six digits.</param>
    public static RegionGroup Of(string provinceCode) =>
        provinceCode[..2] switch
        {
            "11" or "12" or "13" or "31" or "32" or "33" or "35" or "37" or "44" or "46" =>
                RegionGroup.East,
            "14" or "34" or "36" or "41" or "42" or "43" => RegionGroup.Central,
            "21" or "22" or "23" => RegionGroup.Northeast,
            _ => RegionGroup.West,
        };
}
