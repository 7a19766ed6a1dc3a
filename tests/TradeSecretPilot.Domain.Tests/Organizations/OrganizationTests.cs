using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;

namespace TradeSecretPilot.Domain.Tests.Organizations;

public sealed class OrganizationTests
{
    [Theory]
    [InlineData(DivisionLevel.Province, OrganizationKind.ProvincialRegulator)]
    [InlineData(DivisionLevel.Prefecture, OrganizationKind.LocalGovernment)]
    [InlineData(DivisionLevel.County, OrganizationKind.LocalGovernment)]
    [InlineData(DivisionLevel.FunctionalZone, OrganizationKind.LocalGovernment)]
    public void Of_Division_IsOfItsKind(DivisionLevel level, OrganizationKind kind)
    {
        var organization = Some.Organization(level: level);

        Assert.Equal(kind, organization.Kind);
        Assert.Equal(level, organization.Level);
        Assert.Equal(Some.ProvinceCode, organization.ProvinceCode);
    }

    [Fact]
    public void NationalRegulator_Created_StandsInNoDivision()
    {
        var organization = Organization.NationalRegulator("市场监管总局", Some.Now);

        Assert.Equal(OrganizationKind.NationalRegulator, organization.Kind);
        Assert.Null(organization.DivisionCode);
        Assert.Null(organization.ProvinceCode);
        Assert.Null(organization.Level);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Organization.NameMaxLength + 1)]
    public void Of_NameOutOfRange_IsRefused(int length)
    {
        var division = Division.Create("990000", "示例省", DivisionLevel.Province, null);

        var result = Organization.Of(division, new string('示', length) + " ", Some.Now);

        Assert.Equal("Organization.NameInvalid", result.Refusal?.Code);
    }

    [Fact]
    public void Organization_EveryRole_BelongsToOneKindOrNone()
    {
        var kinds = Enum.GetValues<Role>().ToLookup(r => r.Organization());

        Assert.Equal(
            [Role.Expert, Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin],
            kinds[null]
        );
        Assert.All(Enum.GetValues<OrganizationKind>(), k => Assert.Equal(2, kinds[k].Count()));
    }
}
