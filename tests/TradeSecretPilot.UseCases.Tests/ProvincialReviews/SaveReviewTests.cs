using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.ProvincialReviews;

/// <summary>What the province writes of a review is on the server before the decision: a reviewer's machine may be lost.</summary>
public sealed class SaveReviewTests(TestDatabases databases)
{
    private static readonly ReturnComment[] Comments =
    [
        new("foundation", "请写明近三年的案件数量。"),
        new("measure-1", "请写明责任单位。"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Save_Comments_ReadByAColleagueAndNotByTheRegion(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var id = world.Cast.Application(world.Cast.Open, world.Cast.A[1]);

        await SaveAsync(world, id, Comments);

        var review = await ReadAsync(world, world.Cast.ProvinceA.Approver, id);
        Assert.Equal(Comments, review.Draft);
        Assert.Empty(review.Comments);
        var own = await world.MustAsync(
            world.Cast.A[1].Approver,
            (GetApplication u) => u.ExecuteAsync(new(id), Ct)
        );
        Assert.Empty(own.Comments);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Return_AndNextReview_StartsWithoutComments(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var id = cast.Application(cast.Open, cast.A[1]);
        await SaveAsync(world, id, Comments);
        await world.MustAsync(
            cast.ProvinceA.Reviewer,
            (ReturnApplication u) =>
                u.ExecuteAsync(new(id, "（示例）请补充。", Comments, Seen.Present), Ct)
        );
        var own = await world.MustAsync(
            cast.A[1].Approver,
            (GetApplication u) => u.ExecuteAsync(new(id), Ct)
        );
        world.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.MustAsync(
            cast.A[1].Approver,
            (SubmitApplication u) => u.ExecuteAsync(new(id, own.Version), Ct)
        );

        var next = await ReadAsync(world, cast.ProvinceA.Reviewer, id);

        Assert.Empty(next.Draft);
        Assert.Equal(Comments.Select(c => c.Text), next.Comments.Select(c => c.Text));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Recommend_LeavesTheComments(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var id = world.Cast.Application(world.Cast.Open, world.Cast.A[1]);
        await SaveAsync(world, id, Comments);

        await world.MustAsync(
            world.Cast.ProvinceA.Reviewer,
            (RecommendApplication u) =>
                u.ExecuteAsync(
                    new(id, WorldBuilder.AllConform, "（示例）建议推荐。", Seen.Present),
                    Ct
                )
        );

        Assert.Equal(Comments, (await ReadAsync(world, world.Cast.ProvinceA.Reviewer, id)).Draft);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Save_OverAColleaguesOrBeyondTheLimits_RefusedWithNothingChanged(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var id = world.Cast.Application(world.Cast.Open, world.Cast.A[1]);
        await SaveAsync(world, id, Comments);

        await AssertRefusedAsync(
            "Platform.ChangedMeanwhile",
            new(id, WorldBuilder.AllConform, "", [], ReviewSeen.Of(2, null))
        );
        await AssertRefusedAsync(
            "Application.CommentInvalid",
            new(
                id,
                WorldBuilder.AllConform,
                "",
                [new("foundation", new string('示', ReturnComment.TextMaxLength + 1))],
                Seen.Present
            )
        );

        Assert.Equal(Comments, (await ReadAsync(world, world.Cast.ProvinceA.Reviewer, id)).Draft);
        return;

        async Task AssertRefusedAsync(string code, SaveReview.Input input)
        {
            var before = await world.TracesAsync();
            var answer = await world.AsAsync(
                world.Cast.ProvinceA.Approver,
                (SaveReview u) => u.ExecuteAsync(input, Ct)
            );
            Assert.Equal(code, answer.Refusal?.Code);
            Assert.Equal(before, await world.TracesAsync());
        }
    }

    private static Task<SaveReview.View> SaveAsync(
        World world,
        Guid id,
        ReturnComment[] comments
    ) =>
        world.MustAsync(
            world.Cast.ProvinceA.Reviewer,
            (SaveReview u) =>
                u.ExecuteAsync(
                    new(id, WorldBuilder.AllConform, "（示例）", comments, ReviewSeen.Of(2, null)),
                    Ct
                )
        );

    private static Task<GetReview.View> ReadAsync(World world, Guid account, Guid id) =>
        world.MustAsync(account, (GetReview u) => u.ExecuteAsync(new(id), Ct));
}
