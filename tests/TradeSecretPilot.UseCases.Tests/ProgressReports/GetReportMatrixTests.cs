using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.ProgressReports;

/// <summary>The matrix of one batch among those that run, against cells worked out by hand.</summary>
public sealed class GetReportMatrixTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Matrix_SixPilots_OneRowEachWithSixCells(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await LaidReports.LayAsync(world);
        world.Portal.Clock.Set(LaidReports.Overdue);

        var view = await ReadAsync(world, new(world.Cast.Running));
        var ofA = await ReadAsync(world, new(world.Cast.Running, WorldBuilder.ProvinceA));
        var second = await ReadAsync(world, new(world.Cast.Decided));

        Assert.Equal(
            new Dictionary<string, ReportCell>
            {
                ["示例甲市"] = ReportCell.Acknowledged,
                ["示例乙县"] = ReportCell.Late,
                ["示例丁区"] = ReportCell.Missing,
                ["示例戊高新区"] = ReportCell.Filed,
                ["示例己市"] = ReportCell.Nil,
                ["示例庚县"] = ReportCell.Supplement,
            },
            view.Regions.Items.ToDictionary(r => r.RegionName, r => r.Cells[1].State)
        );
        Assert.All(
            view.Regions.Items,
            r =>
            {
                Assert.Equal([1, 2, 3, 4, 5, 6], r.Cells.Keys.Order());
                Assert.All(
                    r.Cells.Where(c => c.Key > 1),
                    c => Assert.Equal(ReportCell.NotDue, c.Value.State)
                );
            }
        );
        Assert.Equal(6, view.Regions.Total);
        Assert.Equal(4, ofA.Regions.Total);
        Assert.Equal(["示例乙县", "示例戊高新区"], second.Regions.Items.Select(r => r.RegionName));
    }

    private static async Task<GetReportMatrix.View> ReadAsync(
        World world,
        GetReportMatrix.Input input
    ) =>
        await world.MustAsync(
            world.Cast.WorkingGroup,
            (GetReportMatrix u) => u.ExecuteAsync(input, Ct)
        );
}
