using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.ProgressReports;

namespace TradeSecretPilot.UseCases.Tests.Pilots;

/// <summary>One pilot among eight, against what was laid for it by hand.</summary>
public sealed class GetPilotTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pilot_OneOfEight_HasItsOwnTasksReportsAndEvents(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await LaidReports.LayAsync(world);
        world.Portal.Clock.Set(LaidReports.Overdue);
        var id = world.Cast.Pilots[world.Cast.A[1].OrganizationId];
        SubTask[] tasks =
        [
            SubTasks.In(TaskArea.Enforcement)[0],
            SubTasks.In(TaskArea.InstitutionalInnovation)[1],
            SubTasks.In(TaskArea.Enforcement)[1],
            SubTasks.In(TaskArea.Enforcement)[0],
        ];
        await LayTasksAsync(world, id, tasks);

        var view = await world.MustAsync(
            world.Cast.WorkingGroup,
            (GetPilot u) => u.ExecuteAsync(new(id), Ct)
        );

        Assert.Equal(("示例戊高新区", 1), (view.RegionName, view.BatchNumber));
        Assert.Equal(
            [(TaskArea.InstitutionalInnovation, "2"), (TaskArea.Enforcement, "1 4 3")],
            view.Areas.Select(a => (a.Area, string.Join(' ', a.Tasks.Select(t => t.Ordinal))))
        );
        Assert.Equal(
            [
                (1, ReportStatus.Filed),
                (2, ReportStatus.NotDue),
                (3, ReportStatus.NotDue),
                (4, ReportStatus.NotDue),
                (5, ReportStatus.NotDue),
                (6, ReportStatus.NotDue),
            ],
            view.Reports.Select(r => (r.Ordinal, r.Status))
        );
        Assert.Equal(
            [Act.PilotLaunched, Act.ProgressReportFellDue, Act.ProgressReportFiled],
            view.Timeline.Select(e => e.Act!.Value)
        );
    }

    private static async Task LayTasksAsync(World world, Guid pilot, SubTask[] tasks)
    {
        var other = world.Cast.Pilots[world.Cast.A[0].OrganizationId];
        await world.RemoveAsync<PilotTask>(t => t.PilotId == pilot);
        foreach (var (task, i) in tasks.Select((t, i) => (t, i)))
        {
            await world.CopyAsync<PilotTask>(
                t => t.PilotId == other && t.Ordinal == 1,
                v => (v["PilotId"], v["Ordinal"], v["SubTask"]) = (pilot, i + 1, task)
            );
        }
    }
}
