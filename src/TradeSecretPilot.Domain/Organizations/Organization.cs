using TradeSecretPilot.Domain.Divisions;

namespace TradeSecretPilot.Domain.Organizations;

public enum OrganizationKind
{
    /// <summary>地方政府：市、县（区）、功能区.</summary>
    LocalGovernment = 1,

    /// <summary>省级市场监管部门.</summary>
    ProvincialRegulator = 2,

    /// <summary>市场监管总局.</summary>
    NationalRegulator = 3,
}

/// <summary>单位: a tenant of the portal. Records belong to organisations, never to persons.</summary>
public sealed class Organization : Aggregate
{
    public const int NameMaxLength = 100;

    private Organization() { }

    public OrganizationKind Kind { get; private set; }

    public string Name { get; private set; } = null!;

    /// <summary>The division it governs; null for the national regulator.</summary>
    public string? DivisionCode { get; private set; }

    /// <summary>The province it stands in; null for the national regulator.</summary>
    public string? ProvinceCode { get; private set; }

    public DivisionLevel? Level { get; private set; }

    /// <summary>Name of the region as lists show it, such as 示例市; null for the national regulator.</summary>
    public string? RegionName { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Organization NationalRegulator(string name, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = OrganizationKind.NationalRegulator,
            Name = name,
            CreatedAt = now,
        };

    /// <summary>A provincial regulator or a local government of <paramref name="division"/>.</summary>
    public static Result<Organization> Of(Division division, string name, DateTimeOffset now)
    {
        name = Characters.Clean(name).Trim();
        if (!Characters.Fits(name, NameMaxLength))
        {
            return OrganizationRefusals.NameInvalid();
        }

        return new Organization
        {
            Id = Guid.CreateVersion7(now),
            Kind =
                division.Level == DivisionLevel.Province
                    ? OrganizationKind.ProvincialRegulator
                    : OrganizationKind.LocalGovernment,
            Name = name,
            DivisionCode = division.Code,
            ProvinceCode = division.ProvinceCode,
            Level = division.Level,
            RegionName = division.Name,
            CreatedAt = now,
        };
    }
}
