using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Inbox;

/// <summary>The badge of the frame says how many tasks the inbox lists, for every role and every stage of the batch.</summary>
public sealed class BadgeTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Badge_EveryAccountInEveryStage_SaysWhatTheInboxLists(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var kinds = new HashSet<TaskKind>();
        Guid[] stages =
        [
            cast.Running,
            cast.Decided,
            cast.Selecting,
            cast.Appraising,
            cast.Open,
            cast.Preparing,
        ];
        foreach (var (batch, i) in stages.Select((b, i) => (b, i)))
        {
            await MakeLatestAsync(world, batch, 1000 + i);
            await CompareAsync(world, batch.ToString(), kinds);
        }

        await MakeLatestAsync(world, cast.Selecting, 1100);
        await ChangeAsync(
            world,
            db =>
                db.Selections.Where(s => s.BatchId == cast.Selecting)
                    .ExecuteUpdateAsync(
                        s => s.SetProperty(x => x.Status, SelectionStatus.Draft),
                        Ct
                    )
        );
        await CompareAsync(world, "draft of the selection", kinds);

        await MakeLatestAsync(world, cast.Appraising, 1200);
        await ChangeAsync(
            world,
            db => db.ScoreSheets.Where(s => s.BatchId == cast.Appraising).ExecuteDeleteAsync(Ct)
        );
        await CompareAsync(world, "no sheets", kinds);
        await ChangeAsync(
            world,
            db =>
                db.Applications.Where(a => a.BatchId == cast.Appraising)
                    .ExecuteUpdateAsync(
                        s => s.SetProperty(a => a.Status, ApplicationStatus.Appraised),
                        Ct
                    )
        );
        await CompareAsync(world, "all scored", kinds);
        await ChangeAsync(
            world,
            async db =>
                await db
                    .ExpertPanels.Where(p => p.BatchId == cast.Appraising)
                    .SelectMany(p => p.Members)
                    .ExecuteDeleteAsync(Ct)
                + await db
                    .ExpertPanels.Where(p => p.BatchId == cast.Appraising)
                    .ExecuteDeleteAsync(Ct)
        );
        await CompareAsync(world, "no panel", kinds);

        await MakeLatestAsync(world, cast.Open, 1300);
        await ChangeAsync(
            world,
            db =>
                db.Applications.Where(a => a.BatchId == cast.Open && a.Rank == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(a => a.GapCount, 3), Ct)
        );
        await CompareAsync(world, "plans with gaps", kinds);
        await ChangeAsync(
            world,
            db =>
                db.Applications.Where(a =>
                        a.BatchId == cast.Open && a.Status == ApplicationStatus.Recommended
                    )
                    .ExecuteUpdateAsync(s => s.SetProperty(a => a.Rank, (int?)null), Ct)
        );
        await CompareAsync(world, "not ranked", kinds);
        await ChangeAsync(
            world,
            db =>
                db.ReportObligations.Where(o => o.Id == cast.Report(cast.A[1], 1))
                    .ExecuteUpdateAsync(
                        s =>
                            s.SetProperty(
                                o => o.Status,
                                Domain.ProgressReports.ReportStatus.Supplement
                            ),
                        Ct
                    )
        );
        await CompareAsync(world, "supplement", kinds);

        // After the deadline of the open batch.
        world.Portal.Clock.Set(WorldBuilder.At(2023, 1, 2));
        await CompareAsync(world, "after the deadline", kinds);

        await Consenting.AskAsync(world);
        await CompareAsync(world, "somebody asks for consent", kinds);

        // None was left out.
        Assert.Equal(Enum.GetValues<TaskKind>(), kinds.Order());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Badge_MoreThanAreListed_CountsAllOfThem(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await WorldGrowth.GrowAsync(world, times: 60);

        var shell = await world.AsAsync(
            world.Cast.ProvinceA.Reviewer,
            (GetShell u) => u.ExecuteAsync(Ct)
        );

        // Sixty times the plan of A2 to review and the report of A2 to acknowledge.
        Assert.Equal(120, shell.Tasks);
        await CompareAsync(world, "much", []);
    }

    private static async Task CompareAsync(World world, string when, HashSet<TaskKind> kinds)
    {
        var findings = new List<string>();
        var accounts = await world.BehindTheDoorAsync(db =>
            db.Accounts.Where(a => a.LockoutEnd == null && a.DisabledAt == null)
                // Few of many: those whose role has one account first.
                .OrderByDescending(a => a.OrganizationId == null && a.Role != Role.Expert)
                .ThenBy(a => a.UserName)
                .Select(a => new { a.Id, a.UserName })
                .Take(60)
                .ToListAsync(Ct)
        );
        foreach (var account in accounts)
        {
            var shell = await world.AsAsync(account.Id, (GetShell u) => u.ExecuteAsync(Ct));
            var inbox = await world.AsAsync(account.Id, (GetInbox u) => u.ExecuteAsync(Ct));
            var tasks = await world.AsAsync(account.Id, (ListTasks u) => u.ExecuteAsync(Ct));
            kinds.UnionWith(inbox.Tasks.Select(t => t.Kind));
            if (
                shell.Tasks != inbox.TaskTotal
                || tasks.Total != inbox.TaskTotal
                || !tasks.Tasks.SequenceEqual(inbox.Tasks)
                || inbox.Tasks.CountBy(t => t.Kind).Any(k => k.Value > 50)
            )
            {
                findings.Add(
                    $"{when}, {account.UserName}: badge {shell.Tasks}, inbox {inbox.TaskTotal}"
                );
            }
        }

        Findings.None(findings);
    }

    private static Task<int> MakeLatestAsync(World world, Guid batch, int number) =>
        ChangeAsync(
            world,
            db =>
                db.Batches.Where(b => b.Id == batch)
                    .ExecuteUpdateAsync(s => s.SetProperty(b => b.Number, number), Ct)
        );

    private static Task<int> ChangeAsync(World world, Func<PilotDbContext, Task<int>> change) =>
        world.BehindTheDoorAsync(change);
}
