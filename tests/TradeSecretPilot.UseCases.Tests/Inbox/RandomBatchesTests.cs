using System.Globalization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Inbox;

/// <summary>
/// Whatever batches are prepared and opened beside the six of the world, with whatever days and scope: nobody's inbox loses an item, and
/// no deadline is lost to one that is later.
/// </summary>
public sealed class RandomBatchesTests(TestDatabases databases)
{
    private const int Batches = 4;
    private const int FirstNumber = 7;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider, int> Seeds =>
        new MatrixTheoryData<DatabaseProvider, int>(
            [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql],
            [1, 2, 3]
        );

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Inbox_AnotherBatch_TakesNothingAway(DatabaseProvider provider, int seed)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var random = new Random(seed);
        var lost = new List<string>();
        var before = await ReadAsync(world);
        for (var number = FirstNumber; number < FirstNumber + Batches; number++)
        {
            var batch = await world.MustAsync(
                world.Cast.WorkingGroup,
                (CreateBatch u) => u.ExecuteAsync(Some(random, number), Ct)
            );
            var prepared = await ReadAsync(world);
            lost.AddRange(Compare($"{number} prepared", before, prepared));
            // One that opens later stays in preparation.
            await world.AsAsync(
                world.Cast.Lead,
                (OpenBatch u) => u.ExecuteAsync(new(batch, Seen.Present), Ct)
            );
            var opened = await ReadAsync(world);
            // The preparation of this batch ends with its opening.
            lost.AddRange(
                Compare(
                    $"{number} opened",
                    prepared.Without(
                        string.Create(CultureInfo.InvariantCulture, $"/batches/{batch}")
                    ),
                    opened
                )
            );
            before = opened;
        }

        Findings.None(lost);
    }

    private static BatchSettings Some(Random random, int number)
    {
        var today = BeijingTime.DayOf(WorldBuilder.Now);
        var opens = today.AddDays(random.Next(-40, 20));
        var forward = today.AddDays(random.Next(21, 120));
        var publish = forward.AddDays(random.Next(1, 90));
        var starts = publish.AddDays(random.Next(1, 200));
        return WorldBuilder.Settings(number, opens, forward, publish, starts) with
        {
            MaxPerProvince = random.Next(2) == 0 ? null : random.Next(1, 5),
            Eligibility = FirstBatch.Settings.Eligibility with
            {
                PilotsMayApply = random.Next(2) == 0,
            },
        };
    }

    private static async Task<Inboxes> ReadAsync(World world)
    {
        var cast = world.Cast;
        Guid[] people =
        [
            .. cast.A.Concat(cast.B).SelectMany(g => new[] { g.Drafter, g.Approver }),
            cast.ProvinceA.Reviewer,
            cast.ProvinceA.Approver,
            cast.ProvinceB.Reviewer,
            cast.ProvinceB.Approver,
            cast.WorkingGroup,
            cast.Lead,
            .. cast.Experts,
            cast.SystemAdmin,
            cast.SecurityAdmin,
        ];
        var found = new Dictionary<Guid, GetInbox.View>();
        foreach (var person in people)
        {
            found[person] = await world.AsAsync(person, (GetInbox u) => u.ExecuteAsync(Ct));
        }

        return new Inboxes(found, "");
    }

    private static IEnumerable<string> Compare(string step, Inboxes before, Inboxes after)
    {
        foreach (var (person, earlier) in before.Of)
        {
            var later = after.Of[person];
            foreach (
                var task in earlier.Tasks.Where(t => t.Link != before.Left).Except(later.Tasks)
            )
            {
                yield return $"{step}: {person} lost {task}";
            }

            foreach (
                var wait in earlier.Waits.Where(w => w.Link != before.Left).Except(later.Waits)
            )
            {
                yield return $"{step}: {person} no longer waits for {wait}";
            }

            foreach (var deadline in earlier.Deadlines.Except(later.Deadlines))
            {
                if (later.Deadlines.Any(d => d.At > deadline.At))
                {
                    yield return $"{step}: {person} is no longer told {deadline}";
                }
            }
        }
    }

    /// <param name="Of">By person.</param>
    /// <param name="Left">The link of what may go.</param>
    private sealed record Inboxes(IReadOnlyDictionary<Guid, GetInbox.View> Of, string Left)
    {
        public Inboxes Without(string link) => this with { Left = link };
    }
}
