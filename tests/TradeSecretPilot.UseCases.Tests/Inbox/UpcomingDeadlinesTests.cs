using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Inbox;

/// <summary>A deadline is told to those whom it concerns, and says whose it is, with six batches at six stages.</summary>
public sealed class UpcomingDeadlinesTests(TestDatabases databases)
{
    private const int Running = 1;
    private const int Open = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Deadlines_EachActor_ThoseOfItsOwnMatters(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;

        // A pilot of the first batch, with a draft in the fifth.
        var pilot = await ReadAsync(world, cast.A[0].Drafter);
        Assert.Contains((DeadlineKind.Submission, Open, true), pilot);
        Assert.Contains((DeadlineKind.Forwarding, Open, false), pilot);
        Assert.Contains((DeadlineKind.Report, Running, true), pilot);
        // Submitted: the next date is that of its province.
        var waiting = await ReadAsync(world, cast.A[1].Drafter);
        Assert.DoesNotContain(waiting, d => d.Kind == DeadlineKind.Submission);
        Assert.Contains((DeadlineKind.Forwarding, Open, false), waiting);
        // Not selected in the first batch: it owes no report.
        var unselected = await ReadAsync(world, cast.B[1].Drafter);
        Assert.DoesNotContain(unselected, d => d.Kind == DeadlineKind.Report);
        Assert.Contains((DeadlineKind.Submission, Open, true), unselected);
        // Declined: nothing of that batch is ahead.
        var declined = await ReadAsync(world, cast.A[4].Drafter);
        Assert.DoesNotContain(declined, d => d.Batch == Open);
        var province = await ReadAsync(world, cast.ProvinceA.Approver);
        Assert.Contains((DeadlineKind.Submission, Open, false), province);
        Assert.Contains((DeadlineKind.Forwarding, Open, true), province);
        var lead = await ReadAsync(world, cast.Lead);
        Assert.Contains((DeadlineKind.Forwarding, Open, false), lead);
        Assert.All(lead.Where(d => d.Kind == DeadlineKind.Publication), d => Assert.True(d.IsOwn));
        Assert.Empty(await ReadAsync(world, cast.SystemAdmin));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Deadlines_AreAhead_SoonestFirst(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (
            var actor in new[]
            {
                world.Cast.A[0].Drafter,
                world.Cast.ProvinceA.Reviewer,
                world.Cast.WorkingGroup,
            }
        )
        {
            var inbox = await world.AsAsync(actor, (GetInbox u) => u.ExecuteAsync(Ct));

            Assert.NotEmpty(inbox.Deadlines);
            Assert.All(inbox.Deadlines, d => Assert.True(d.At > inbox.Now));
            Assert.Equal(
                inbox.Deadlines.OrderBy(d => d.At).Select(d => d.At),
                inbox.Deadlines.Select(d => d.At)
            );
        }
    }

    private static async Task<List<(DeadlineKind Kind, int Batch, bool IsOwn)>> ReadAsync(
        World world,
        Guid actor
    ) =>
        [
            .. (await world.AsAsync(actor, (GetInbox u) => u.ExecuteAsync(Ct))).Deadlines.Select(
                d => (d.Kind, d.BatchNumber, d.IsOwn)
            ),
        ];
}
