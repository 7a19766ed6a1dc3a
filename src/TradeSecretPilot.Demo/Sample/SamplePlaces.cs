using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Demo.Sample;

/// <summary>An invented place under a real province.</summary>
internal sealed record SamplePlace(
    string Code,
    string ProvinceCode,
    string Name,
    DivisionLevel Level
)
{
    /// <summary>示例甲市人民政府, 示例高新区管理委员会.</summary>
    public string GovernmentName =>
        Level == DivisionLevel.FunctionalZone ? $"{Name}管理委员会" : $"{Name}人民政府";
}

/// <summary>
/// Names of invented places: 示例 and one or two of the heavenly stems and earthly branches. Real regions are never given
/// invented outcomes.
/// </summary>
internal static class SamplePlaces
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    /// <summary>Codes from xx9101 on are used by no real division.</summary>
    private const int FirstCode = 9101;

    private static readonly (string Suffix, DivisionLevel Level)[] Kinds =
    [
        ("市", DivisionLevel.Prefecture),
        ("县", DivisionLevel.County),
        ("市", DivisionLevel.Prefecture),
        ("区", DivisionLevel.County),
        ("高新区", DivisionLevel.FunctionalZone),
    ];

    /// <param name="ordinal">Among all invented places, from 0; decides the name.</param>
    /// <param name="inProvince">Within the province, from 0; decides the code.</param>
    public static SamplePlace Invent(string provinceCode, int ordinal, int inProvince)
    {
        var (suffix, level) = Kinds[ordinal % Kinds.Length];
        var first = ordinal / Stems.Length;
        var stem = Stems[ordinal % Stems.Length];
        var prefix = first == 0 ? "" : StemsOf(first - 1);
        return new SamplePlace(
            $"{provinceCode[..2]}{FirstCode + inProvince}",
            provinceCode,
            $"示例{prefix}{stem}{suffix}",
            level
        );
    }

    private static string StemsOf(int number) =>
        number < Stems.Length
            ? Stems[number].ToString()
            : StemsOf((number / Stems.Length) - 1) + Stems[number % Stems.Length];
}
