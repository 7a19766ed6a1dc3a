using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.Web.Pages.Applications;

namespace TradeSecretPilot.Web.Tests.Pages.Applications;

/// <summary>What a filled-in template makes of the support table that is there.</summary>
public sealed class SupportChangesTests
{
    private static readonly SupportLine City = Line(2022, GovernmentLevel.City, 5);
    private static readonly SupportLine County = Line(2022, GovernmentLevel.County, 2);

    [Fact]
    public void Of_SameRows_ChangesNothing()
    {
        var changes = SupportChanges.Of([City, County], Rows(City, County));

        Assert.Equal([City, County], changes.Lines);
        Assert.Empty(changes.Added);
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Removed);
    }

    [Fact]
    public void Of_AddedChangedRemoved_EachByYearAndLevel()
    {
        var later = Line(2023, GovernmentLevel.City, 7);
        var changes = SupportChanges.Of([City, County], Rows(later, City with { Funding = 12.5m }));

        Assert.Equal([later], changes.Added);
        Assert.Equal((City, City with { Funding = 12.5m }), Assert.Single(changes.Changed));
        Assert.Equal([County], changes.Removed);
    }

    [Fact]
    public void Of_SecondLineOfOnePlace_IsMergedAway()
    {
        var twin = City with { Staff = 9 };
        var changes = SupportChanges.Of([City, twin], Rows(City));

        Assert.Equal([City], changes.Lines);
        Assert.Same(twin, Assert.Single(changes.Removed));
    }

    private static SupportLine Line(int year, GovernmentLevel level, int staff) =>
        new()
        {
            Year = year,
            Level = level,
            Staff = staff,
        };

    private static List<SupportRow> Rows(params SupportLine[] lines) =>
        [.. lines.Select((l, i) => new SupportRow(i + 4, l))];
}
