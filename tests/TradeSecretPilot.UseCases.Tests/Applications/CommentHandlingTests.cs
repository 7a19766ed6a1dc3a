using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Tests.Applications;

/// <summary>退回意见: ticked off on the server, for everybody of the organisation, and read by the province once resubmitted.</summary>
public sealed class CommentHandlingTests(TestDatabases databases)
{
    /// <summary>The version with whose comments A3 was returned.</summary>
    private const int Version = 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Handle_OpenComment_SeenByTheWholeOrganisationWithWhoAndWhen(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (owner, id) = Returned(world);

        var mark = (await HandleAsync(world, owner.Approver, 2)).Value;

        Assert.Equal(WorldBuilder.Now, mark.At);
        var comments = (await ReadAsync(world, owner.Drafter)).Comments;
        Assert.Equal(["foundation", "support"], comments.Select(c => c.Anchor));
        Assert.All(comments, c => Assert.NotNull(c.Handled));
        Assert.Equal(mark, comments[1].Handled);
        Assert.NotEqual(mark.By, comments[0].Handled!.By);
        Assert.Equal(
            2,
            await world.BehindTheDoorAsync(db =>
                db.CommentHandlings.CountAsync(h => h.ApplicationId == id, Ct)
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reopen_HandledComment_OpenAgainAndHandledAgain(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (owner, id) = Returned(world);

        await world.MustAsync(
            owner.Approver,
            (ReopenComment u) => u.ExecuteAsync(new(id, Version, 1), Ct)
        );
        Assert.Null((await ReadAsync(world, owner.Drafter)).Comments[0].Handled);

        Assert.Null((await HandleAsync(world, owner.Approver, 1)).Refusal);
        Assert.NotNull((await ReadAsync(world, owner.Drafter)).Comments[0].Handled);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Handle_WhileAColleagueTypes_DoesNotCollide(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (owner, id) = Returned(world);
        var open = await ReadAsync(world, owner.Drafter);

        Assert.Null((await HandleAsync(world, owner.Approver, 2)).Refusal);

        await world.MustAsync(
            owner.Drafter,
            (SaveWorkPlan u) => u.ExecuteAsync(new(id, open.Version, open.Plan), Ct)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Marks_BelongToTheDraft_UntilItIsSubmittedAgain(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (owner, id) = Returned(world);
        var reviewer = world.Cast.ProvinceA.Reviewer;

        Assert.All(await ReadAsProvinceAsync(), c => Assert.Null(c.Handled));
        var own = await ReadAsync(world, owner.Approver);
        await world.MustAsync(
            owner.Approver,
            (SubmitApplication u) => u.ExecuteAsync(new(id, own.Version), Ct)
        );

        var comments = await ReadAsProvinceAsync();
        Assert.Equal([true, false], comments.Select(c => c.Handled is not null));
        Assert.All(comments, c => Assert.Equal(Version, c.VersionNumber));
        return;

        async Task<IReadOnlyList<CommentView>> ReadAsProvinceAsync() =>
            (
                await world.MustAsync(reviewer, (GetReview u) => u.ExecuteAsync(new(id), Ct))
            ).Comments;
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task HandleAndReopen_TwiceUnknownOrResubmitted_RefusedWithNothingChanged(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (owner, id) = Returned(world);

        await AssertRefusedAsync("Application.CommentHandled", () => HandleAsync(1));
        await AssertRefusedAsync("Application.CommentNotFound", () => HandleAsync(3));
        await AssertRefusedAsync("Application.CommentNotFound", () => HandleAsync(2, Version + 1));
        await AssertRefusedAsync("Application.CommentNotFound", () => ReopenAsync(2));
        var own = await ReadAsync(world, owner.Approver);
        await world.MustAsync(
            owner.Approver,
            (SubmitApplication u) => u.ExecuteAsync(new(id, own.Version), Ct)
        );
        await AssertRefusedAsync("Application.WrongStatus", () => HandleAsync(2));
        await AssertRefusedAsync("Application.WrongStatus", () => ReopenAsync(1));
        return;

        async Task<Refusal?> HandleAsync(int number, int version = Version) =>
            (
                await world.AsAsync(
                    owner.Drafter,
                    (HandleComment u) => u.ExecuteAsync(new(id, version, number), Ct)
                )
            ).Refusal;

        async Task<Refusal?> ReopenAsync(int number) =>
            (
                await world.AsAsync(
                    owner.Drafter,
                    (ReopenComment u) => u.ExecuteAsync(new(id, Version, number), Ct)
                )
            ).Refusal;

        async Task AssertRefusedAsync(string code, Func<Task<Refusal?>> act)
        {
            var before = await world.TracesAsync();
            Assert.Equal(code, (await act())?.Code);
            Assert.Equal(before, await world.TracesAsync());
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Handle_ByTwoAtOnce_OneMark(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await using var other = world.AnotherNode();
        var (owner, id) = Returned(world);
        var before = await world.TracesAsync();

        var answers = await Task.WhenAll(
            Task.Run(() => HandleAsync(world, owner.Approver, 2), Ct),
            Task.Run(
                () =>
                    other.AsAccountAsync(
                        owner.Drafter,
                        (HandleComment u) => u.ExecuteAsync(new(id, Version, 2), Ct)
                    ),
                Ct
            )
        );

        Assert.Single(answers, a => a.Refusal is null);
        Assert.Equal(before.AuditEntries + 1, (await world.TracesAsync()).AuditEntries);
    }

    private static (SeedSample.Government Owner, Guid Id) Returned(World world)
    {
        var owner = world.Cast.A[2];
        return (owner, world.Cast.Application(world.Cast.Open, owner));
    }

    private static Task<Result<CommentView.Mark>> HandleAsync(
        World world,
        Guid account,
        int number
    ) =>
        world.AsAsync(
            account,
            (HandleComment u) => u.ExecuteAsync(new(Returned(world).Id, Version, number), Ct)
        );

    private static Task<GetApplication.View> ReadAsync(World world, Guid account) =>
        world.MustAsync(account, (GetApplication u) => u.ExecuteAsync(new(Returned(world).Id), Ct));
}
