using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Tests.Batches;

/// <summary>Classes of the divisions that every database begins with, against the counts that are public.</summary>
public sealed class DivisionClassTests
{
    /// <summary>
    /// 293 cities of prefecture level (civil affairs yearbook 2023), fifteen of them sub-provincial, five of these with their own
    /// plan; 16 + 16 + 16 + 38 districts and counties of Beijing, Tianjin, Shanghai and Chongqing.
    /// </summary>
    [Theory]
    [InlineData(DivisionClass.PlannedSeparately, 5)]
    [InlineData(DivisionClass.SubProvincial, 15)]
    [InlineData(DivisionClass.PrefectureCity, 293 - 15)]
    [InlineData(DivisionClass.MunicipalityDistrict, 16 + 16 + 16 + 38)]
    public void Of_ReferenceDivisions_AsManyAsThereAre(DivisionClass divisionClass, int number) =>
        Assert.Equal(
            number,
            ReferenceDivisions
                .Read()
                .Count(d =>
                    DivisionClasses
                        .Of(d.Code, d.Name, d.Level, d.ProvinceCode)
                        .Contains(divisionClass)
                )
        );
}
