using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>An act is done on what its user confirmed, or not at all.</summary>
public sealed class ConfirmedActTests(TestDatabases databases)
{
    /// <summary>Commands that are not about something seen before, and why.</summary>
    private static readonly Dictionary<string, string> Unseen = new()
    {
        ["StartApplication"] = "begins a record",
        ["CreateBatch"] = "begins a record",
        ["CreateOrganization"] = "begins a record",
        ["AddFunctionalZone"] = "begins a record",
        ["CreateAccount"] = "begins a record",
        ["EnableAccount"] = "is one of two states; the other one is refused",
        ["DisableAccount"] = "is one of two states; the other one is refused",
        ["LockAccount"] = "is one of two states; the other one is refused",
        ["UnlockAccount"] = "is one of two states; the other one is refused",
        ["ResetTwoFactor"] = "is one of two states; the other one is refused",
        ["EndSession"] = "is one of two states; the other one is refused",
        ["ChangeOwnDetails"] = "its owner's own lines, typed whole",
        ["DropMailChange"] = "names the mail that was sent",
        ["HandleComment"] = "marks one numbered comment of one version",
        ["ReopenComment"] = "marks one numbered comment of one version",
        ["UploadSealedPlan"] = "names the fingerprint of the text that it is a copy of",
        ["UploadSealedLetter"] = "the letter is sent and does not change any more",
        ["UploadFile"] = "adds a file; the text that lists it is saved with its version",
        ["BundleApplications"] = "asks for a file",
        ["BundleReports"] = "asks for a file",
        ["BundleScoreSheets"] = "asks for a file",
        ["CancelBundle"] = "the asker's own file",
        ["FinishBundle"] = "of the job that makes it",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryCommand_SaysWhatWasSeen_OrWhyNothingWas() =>
        Findings.None(
            UseCaseTable
                .Rows.Where(r => !r.IsRead && !RefusedTable.Exempt.ContainsKey(r.UseCase))
                .Select(r => r.UseCase)
                .Distinct()
                .Where(c => !SaysWhatWasSeen(c) && !Unseen.ContainsKey(c.Name))
                .Select(c => $"{c.Name} does not say what its user saw")
        );

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task EveryCommand_OnSomethingElse_IsRefusedAndChangesNothing(
        DatabaseProvider provider
    )
    {
        var wrong = new List<string>();
        var cases = RefusedTable
            .Cases.Where(c => c.Repeats && SeenOf(c.UseCase) is not null)
            // Those whose second time is refused as changed show it themselves.
            .Where(c => c.Code?.EndsWith("ChangedMeanwhile", StringComparison.Ordinal) != true)
            .ToList();
        Assert.True(cases.Count >= 20, $"Only {cases.Count} commands are tried.");
        await using var untouched = await databases.CreateWorldAsync(provider);
        foreach (var one in cases)
        {
            await using var own = one.Before is null
                ? null
                : await databases.CreateWorldAsync(provider);
            var world = own ?? untouched;
            if (one.Before is not null)
            {
                await one.Before(world);
            }

            world.Seen = Seen.Of("what nobody saw");
            var before = await world.TracesAsync();
            var refusal = Answers.RefusalOf(await one.Act(world));
            if (refusal?.Kind != RefusalKind.ChangedMeanwhile)
            {
                wrong.Add($"{one.UseCase.Name}: answered {refusal?.Code ?? "done"}");
            }

            if (await world.TracesAsync() != before)
            {
                wrong.Add($"{one.UseCase.Name}: left a trace");
            }
        }

        Findings.None(wrong);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Forward_AfterAColleagueChangedTheList_SendsNothing(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (reviewer, approver) = (world.Cast.ProvinceA.Reviewer, world.Cast.ProvinceA.Approver);
        var confirmed = await ReadAsync(approver);
        var late = world.Cast.Application(world.Cast.Open, world.Cast.A[1]);
        await world.MustAsync(
            reviewer,
            (RecommendApplication u) =>
                u.ExecuteAsync(
                    new(late, WorldBuilder.AllConform, "（示例）建议推荐。", Seen.Present),
                    Ct
                )
        );

        var forwarded = await world.AsAsync(
            approver,
            (ForwardApplications u) =>
                u.ExecuteAsync(new(world.Cast.Open, "示例函9号", confirmed.Seen), Ct)
        );

        Assert.Equal(RefusalKind.ChangedMeanwhile, forwarded.Refusal?.Kind);
        var present = await ReadAsync(approver);
        Assert.Null(present.ForwardedAt);
        Assert.NotEqual(confirmed.Seen, present.Seen);
        await world.MustAsync(
            approver,
            (ForwardApplications u) =>
                u.ExecuteAsync(new(world.Cast.Open, "示例函9号", present.Seen), Ct)
        );
        return;

        Task<GetProvincialCall.View> ReadAsync(Guid account) =>
            world.MustAsync(
                account,
                (GetProvincialCall u) => u.ExecuteAsync(new(world.Cast.Open), Ct)
            );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Assign_AfterThePlanWasGivenToAnother_IsRefused(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var plan = world.Cast.Sheets[0].ApplicationId;
        var kinds = new List<RefusalKind?>();
        foreach (var expert in world.Cast.Experts)
        {
            var answer = await world.AsAsync(
                world.Cast.WorkingGroup,
                (AssignExpert u) =>
                    u.ExecuteAsync(new(plan, expert, Seen.Of("what nobody saw")), Ct)
            );
            kinds.Add(answer.Refusal?.Kind);
        }

        Assert.Contains(RefusalKind.ChangedMeanwhile, kinds);
        Assert.DoesNotContain(null, kinds);
    }

    [Fact]
    public void EveryCommandThatSaysWhatWasSeen_IsTriedOnSomethingElse() =>
        Findings.None(
            UseCaseTable
                .Rows.Select(r => r.UseCase)
                .Distinct()
                .Where(c =>
                    SaysWhatWasSeen(c) && !Unseen.ContainsKey(c.Name) && c != typeof(AssignExpert)
                )
                .Where(c =>
                    !RefusedTable.Cases.Any(r =>
                        r.UseCase == c
                        && (
                            (r.Repeats && SeenOf(c) is not null)
                            || r.Code?.EndsWith("ChangedMeanwhile", StringComparison.Ordinal)
                                == true
                        )
                    )
                )
                .Where(c => UseCaseTable.Rows.Any(r => r.UseCase == c && !r.IsRead))
                .Select(c => $"{c.Name} is never tried on something else")
        );

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Rank_OverAColleaguesOrder_IsRefused(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var reviewer = world.Cast.ProvinceA.Reviewer;
        var read = await world.MustAsync(
            reviewer,
            (GetProvincialCall u) => u.ExecuteAsync(new(world.Cast.Open), Ct)
        );
        var order = read.Recommended.Any(r => r.Rank is not null)
            ? []
            : read.Recommended.Select(r => r.ApplicationId).ToList();
        var mine = await world.MustAsync(
            world.Cast.ProvinceA.Approver,
            (RankApplications u) => u.ExecuteAsync(new(world.Cast.Open, order, read.Seen), Ct)
        );

        var theirs = await world.AsAsync(
            reviewer,
            (RankApplications u) => u.ExecuteAsync(new(world.Cast.Open, [], read.Seen), Ct)
        );

        Assert.Equal(RefusalKind.ChangedMeanwhile, theirs.Refusal?.Kind);
        await world.MustAsync(
            reviewer,
            (RankApplications u) => u.ExecuteAsync(new(world.Cast.Open, [], mine), Ct)
        );
    }

    private static bool SaysWhatWasSeen(Type useCase) =>
        SeenOf(useCase) is not null
        || InputOf(useCase)?.GetProperty("ExpectedVersion") is not null
        || InputOf(useCase)?.GetProperty("VersionNumber") is not null;

    private static Type? SeenOf(Type useCase) =>
        InputOf(useCase)
            ?.GetProperties()
            .Select(p => p.PropertyType)
            .FirstOrDefault(t => t == typeof(Seen));

    private static Type? InputOf(Type useCase) => useCase.GetNestedType("Input");
}
