using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Inbox;

/// <summary>
/// What waits for each role while six batches are alive, against what the test world says of them (see <see cref="Cast"/>).
/// </summary>
public sealed class GetInboxTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Inbox_EachRole_ListsWhatWaitsInEveryBatch(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var capital = cast.People.Regulators["110000"];
        (string Who, Guid Account, string Tasks, string Waits)[] expected =
        [
            // A complete draft and a written report; the approver submits and files.
            ("A1 drafter", cast.A[0].Drafter, "WriteReport", "SubmitPlan"),
            ("A1 approver", cast.A[0].Approver, "SubmitPlan FileReport", ""),
            // Decided, being selected, submitted; and a report that was filed.
            ("A2", cast.A[1].Approver, "", "ReviewPlan Publish Publish AcknowledgeReport"),
            // Returned in the open batch, forwarded in three.
            ("A3 drafter", cast.A[2].Drafter, "RevisePlan", "Publish Publish Publish"),
            ("A3 approver", cast.A[2].Approver, "SubmitPlan", "Publish Publish Publish"),
            ("A5, declined", cast.A[4].Approver, "", ""),
            ("A6, not begun", cast.A[5].Drafter, "StartApplication", ""),
            (
                "reviewer of A",
                cast.ProvinceA.Reviewer,
                "ReviewPlan AcknowledgeReport",
                "RevisePlan ForwardLetter"
            ),
            (
                "approver of A",
                cast.ProvinceA.Approver,
                "ReviewPlan ForwardLetter AcknowledgeReport",
                "RevisePlan"
            ),
            (
                "approver of B",
                cast.ProvinceB.Approver,
                "ReviewPlan SetDeadline ForwardLetter AcknowledgeReport",
                ""
            ),
            ("reviewer of another province", capital.Reviewer, "", ""),
            ("approver of another province", capital.Approver, "SetDeadline", ""),
            (
                "working group",
                cast.WorkingGroup,
                "OpenBatch AssignExperts AcknowledgeReport AcknowledgeReport",
                "ForwardLetter DecideSelection Publish ScorePlan"
            ),
            (
                "lead",
                cast.Lead,
                "OpenBatch AssignExperts DecideSelection Publish AcknowledgeReport AcknowledgeReport",
                "ForwardLetter ScorePlan"
            ),
            ("expert with two sheets", cast.Experts[0], "RespondToAssignment ScorePlan", ""),
            ("expert who scored and recused", cast.Experts[1], "", ""),
            ("expert with one sheet", cast.Experts[2], "RespondToAssignment", ""),
            ("expert without a sheet", cast.Experts[3], "", ""),
            ("system administrator", cast.SystemAdmin, "", ""),
        ];
        var found = new List<(string, Guid, string, string)>();
        var differences = new List<string>();
        foreach (var (who, account, _, _) in expected)
        {
            var inbox = await world.AsAsync(account, (GetInbox u) => u.ExecuteAsync(Ct));
            var list = await world.AsAsync(account, (ListTasks u) => u.ExecuteAsync(Ct));
            var shell = await world.AsAsync(account, (GetShell u) => u.ExecuteAsync(Ct));
            found.Add(
                (
                    who,
                    account,
                    Words(inbox.Tasks.Select(t => t.Kind)),
                    Words(inbox.Waits.Select(w => w.Kind))
                )
            );
            if (
                (inbox.Tasks.Count, inbox.Tasks.Count, inbox.Tasks.Count, inbox.Waits.Count)
                != (inbox.TaskTotal, list.Total, shell.Tasks, inbox.WaitTotal)
            )
            {
                differences.Add(
                    $"{who}: {inbox.Tasks.Count} listed, {inbox.TaskTotal}, {list.Total}, {shell.Tasks}"
                );
            }
        }

        Findings.None(
            found
                .Zip(expected.Select(e => (e.Who, e.Account, Sorted(e.Tasks), Sorted(e.Waits))))
                .Where(pair => pair.First != pair.Second)
                .Select(pair => $"{pair.First} instead of {pair.Second}")
        );
        Findings.None(differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Inbox_TwoOpenBatches_EachWithItsNumberAndItsLink(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        await OpenSecondAsync(world);

        var approver = await world.AsAsync(
            cast.ProvinceA.Approver,
            (GetInbox u) => u.ExecuteAsync(Ct)
        );
        var beginner = await world.AsAsync(cast.A[5].Drafter, (GetInbox u) => u.ExecuteAsync(Ct));
        var shell = await world.AsAsync(cast.A[5].Drafter, (GetShell u) => u.ExecuteAsync(Ct));

        // Two recommended and not ranked in the second; one ranked in the first.
        var rank = Assert.Single(approver.Tasks, t => t.Kind == TaskKind.RankPlans);
        Assert.Equal((2, "/ranking?batch=6"), (rank.Number, rank.Link));
        var letter = Assert.Single(approver.Tasks, t => t.Kind == TaskKind.ForwardLetter);
        Assert.Equal((1, "/ranking?batch=5"), (letter.Number, letter.Link));
        Assert.Equal(
            ["/applications?batch=5", "/applications?batch=6"],
            beginner
                .Tasks.Where(t => t.Kind == TaskKind.StartApplication)
                .Select(t => t.Link)
                .Order()
        );
        Assert.Equal(2, shell.Tasks);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Inbox_BatchInPreparation_DisplacesNothing(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);

        var inbox = await world.AsAsync(
            world.Cast.WorkingGroup,
            (GetInbox u) => u.ExecuteAsync(Ct)
        );

        Assert.Equal(world.Cast.Open, inbox.Batch?.Id);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Inbox_MoreThanItLists_SaysHowMany(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await WorldGrowth.GrowAsync(world, times: 51);

        var inbox = await world.AsAsync(
            world.Cast.ProvinceA.Reviewer,
            (GetInbox u) => u.ExecuteAsync(Ct)
        );

        // 51 plans to review and 51 reports to acknowledge; 51 returned, and one letter of the batch.
        Assert.Equal((100, 102), (inbox.Tasks.Count, inbox.TaskTotal));
        Assert.Equal((51, 52), (inbox.Waits.Count, inbox.WaitTotal));
    }

    /// <summary>Opens the sixth batch as well, with two recommendations of province A.</summary>
    private static async Task OpenSecondAsync(World world)
    {
        var cast = world.Cast;
        await world.SetAsync<Batch>(
            b => b.Id == cast.Preparing,
            v => (v["Stage"], v["OpensAt"]) = (BatchStage.Open, DateTimeOffset.UnixEpoch)
        );
        await world.CopyAsync<ProvincialCall>(
            c => c.BatchId == cast.Open && c.ProvinceCode == WorldBuilder.ProvinceA,
            v => v["BatchId"] = cast.Preparing
        );
        var recommended = cast.Application(cast.Open, cast.A[3]);
        foreach (var region in new[] { cast.A[3], cast.A[4] })
        {
            await world.CopyAsync<Application>(
                a => a.Id == recommended,
                v =>
                {
                    (v["BatchId"], v["OrganizationId"]) = (cast.Preparing, region.OrganizationId);
                    (v["Number"], v["Rank"]) = ($"申-示例-{region.RegionName}", null);
                }
            );
        }
    }

    private static string Words(IEnumerable<TaskKind> kinds) =>
        string.Join(' ', kinds.Order().Select(k => k.ToString()));

    private static string Sorted(string kinds) =>
        Words(kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TaskKind>));
}
