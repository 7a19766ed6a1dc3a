namespace TradeSecretPilot.UseCases.Platform.Search;

/// <summary>How people write places: with the places above them or without, with 省, 市, 县 or without.</summary>
internal static class PlaceNames
{
    /// <summary>What is left of a name says which place it is: 杭州, but not 单.</summary>
    private const int ShortestName = 2;

    /// <summary>The longer before those they end with.</summary>
    private static readonly string[] Kinds =
    [
        "维吾尔自治区",
        "壮族自治区",
        "回族自治区",
        "特别行政区",
        "自治区",
        "自治州",
        "自治县",
        "自治旗",
        "地区",
        "林区",
        "新区",
        "省",
        "市",
        "县",
        "区",
        "州",
        "盟",
        "旗",
    ];

    /// <summary>The spellings that a place is found by: 西湖区, 浙江省杭州市西湖区 and 浙江杭州西湖.</summary>
    /// <param name="name">The place's own name.</param>
    /// <param name="above">The places above it, the highest first; null for those that are not known.</param>
    public static IEnumerable<SearchedText> SpellingsOf(string name, params string?[] above)
    {
        List<string> path = [.. above.OfType<string>().Append(name).Distinct()];
        return [name, string.Concat(path), string.Concat(path.Select(Short))];
    }

    /// <summary>The name without its kind: 杭州 for 杭州市, but 单县.</summary>
    public static string Short(string name)
    {
        var kind = Array.Find(
            Kinds,
            k =>
                name.Length >= k.Length + ShortestName && name.EndsWith(k, StringComparison.Ordinal)
        );
        return kind is null ? name : name[..^kind.Length];
    }
}
