namespace TradeSecretPilot.Domain.Divisions;

/// <summary>Level of an administrative division 行政区划.</summary>
public enum DivisionLevel
{
    /// <summary>省、自治区、直辖市，及新疆生产建设兵团.</summary>
    Province = 1,

    /// <summary>市、州、盟.</summary>
    Prefecture = 2,

    /// <summary>县、区、县级市.</summary>
    County = 3,

    /// <summary>功能区, which takes part in the real programme beside cities and counties.</summary>
    FunctionalZone = 4,
}

/// <summary>
/// An administrative division, by the codes of the National Bureau of Statistics (vintage 2023-06-30), plus 兵团
/// (660000) and zones that an administrator adds.
/// </summary>
public sealed class Division
{
    public const int CodeLength = 6;
    public const int NameMaxLength = 60;

    private Division() { }

    public string Code { get; private set; } = null!;

    public string Name { get; private set; } = null!;

    public DivisionLevel Level { get; private set; }

    /// <summary>The division above; null for a province.</summary>
    public string? ParentCode { get; private set; }

    /// <summary>Code of the province it belongs to (its own, for a province).</summary>
    public string ProvinceCode { get; private set; } = null!;

    public static Division Create(string code, string name, DivisionLevel level, string? parentCode)
    {
        if (code.Length != CodeLength || !code.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"A division code has {CodeLength} digits.", nameof(code));
        }

        if ((level == DivisionLevel.Province) != (parentCode is null))
        {
            throw new ArgumentException(
                "A province, and only a province, has no parent.",
                nameof(parentCode)
            );
        }

        if (parentCode is { Length: not CodeLength })
        {
            throw new ArgumentException(
                $"A division code has {CodeLength} digits.",
                nameof(parentCode)
            );
        }

        return new Division
        {
            Code = code,
            Name = name,
            Level = level,
            ParentCode = parentCode,
            ProvinceCode = ProvinceOf(parentCode ?? code),
        };
    }

    // The cities of 兵团 (660000) carry codes of Xinjiang's block, 659xxx, but are not Xinjiang's to review.
    private static string ProvinceOf(string code) =>
        code.StartsWith("659", StringComparison.Ordinal) ? "660000" : code[..2] + "0000";
}
