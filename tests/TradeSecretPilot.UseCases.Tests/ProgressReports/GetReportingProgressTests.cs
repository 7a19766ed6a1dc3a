using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.ProgressReports;

/// <summary>The dashboard of one batch among those that run, against numbers worked out by hand.</summary>
public sealed class GetReportingProgressTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Progress_SixPilotsOfTheNation_AsWorkedOutByHand(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await LaidReports.LayAsync(world);
        world.Portal.Clock.Set(LaidReports.Overdue);

        var view = await ReadAsync(world, world.Cast.WorkingGroup, 1);

        // 丁 is missing; 戊, 甲, 庚 in time; 己, 乙 late; 己 nil; 庚 to be supplemented.
        Assert.Equal(
            new GetReportingProgress.Counts(
                Total: 6,
                Open: 0,
                FiledInTime: 3,
                FiledLate: 2,
                Missing: 1,
                Nil: 1,
                Supplement: 1,
                AcknowledgedByNational: 3,
                AcknowledgedByProvince: 2
            ),
            view.Counts
        );
        Assert.Equal(
            [(WorldBuilder.ProvinceB, 2, 2, 1, 0), (WorldBuilder.ProvinceA, 4, 3, 1, 1)],
            view.Provinces.Select(p => (p.Code, p.Pilots, p.Filed, p.Late, p.Missing))
        );
        Assert.Equal(
            [
                new(new(2022, 12, 6), 2),
                new(new(2022, 12, 20), 3),
                new(new(2023, 1, 3), 4),
                new(new(2023, 1, 5), 5),
            ],
            view.Curve
        );
        Assert.Equal(
            ["示例丁区", "示例庚县", "示例己市"],
            view.NeedsHandling.Select(h => h.RegionName)
        );
        Assert.Equal(3, view.NeedsHandlingTotal);
        Assert.Equal((22.75m, 0m, 22.75m, 3), Figure(view));
        Assert.All(
            view.Indicators.Where(i => i.Code != LaidReports.Code),
            i => Assert.Equal((0m, 0m, 0m, 0), (i.Period, i.LastPeriod, i.Cumulative, i.Regions))
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Progress_OneProvince_CountsItsOwnFour(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await LaidReports.LayAsync(world);
        world.Portal.Clock.Set(LaidReports.Overdue);

        var view = await ReadAsync(world, world.Cast.ProvinceA.Reviewer, 1);

        Assert.Equal(new GetReportingProgress.Counts(4, 0, 2, 1, 1, 1, 1, 1, 1), view.Counts);
        Assert.Equal(
            ["示例丁区", "示例庚县", "示例戊高新区", "示例己市"],
            view.NeedsHandling.Select(h => h.RegionName)
        );
        // 1250 of 戊 and 700 of 庚.
        Assert.Equal((19.5m, 0m, 19.5m, 2), Figure(view));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Progress_SecondHalfYear_CarriesWhatWasReportedLast(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await LaidReports.LayAsync(world);
        world.Portal.Clock.Set(WorldBuilder.At(2023, 6, 10));

        var view = await ReadAsync(world, world.Cast.WorkingGroup, 2);

        Assert.Equal(new GetReportingProgress.Counts(6, 6, 0, 0, 0, 0, 0, 0, 0), view.Counts);
        // Now 175 and 500; before 1250, 325 and 700; since the launch 1425, 325, 700 and 500.
        Assert.Equal((6.75m, 22.75m, 29.5m, 2), Figure(view));
        Assert.Empty(view.Curve);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Progress_SecondBatch_KeepsToItsOwnTwo(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await LaidReports.LayAsync(world);
        world.Portal.Clock.Set(LaidReports.Overdue);

        var view = (
            await world.MustAsync(
                world.Cast.WorkingGroup,
                (GetReportingProgress u) => u.ExecuteAsync(new(world.Cast.Decided, 1), Ct)
            )
        );

        Assert.Equal(new GetReportingProgress.Counts(2, 0, 2, 0, 0, 0, 0, 0, 0), view.Counts);
        Assert.Equal((2000m, 0m, 2000m, 2), Figure(view));
    }

    private static async Task<GetReportingProgress.View> ReadAsync(
        World world,
        Guid reader,
        int ordinal
    ) =>
        await world.MustAsync(
            reader,
            (GetReportingProgress u) => u.ExecuteAsync(new(world.Cast.Running, ordinal), Ct)
        );

    private static (decimal, decimal, decimal, int) Figure(GetReportingProgress.View view)
    {
        var row = view.Indicators.Single(i => i.Code == LaidReports.Code);
        return (row.Period, row.LastPeriod, row.Cumulative, row.Regions);
    }
}
