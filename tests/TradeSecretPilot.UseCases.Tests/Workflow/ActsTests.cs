using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Workflow;

/// <summary>The buttons of a page: what the transition tables permit, for whom, and while it is in time.</summary>
public sealed class ActsTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Extend_OfAnApplication_ForTheApproverWhileThereIsTimeToGive(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var submitted = cast.Application(cast.Open, cast.A[1]);
        var approver = cast.ProvinceA.Approver;

        await SetDeadlineAsync(world, new DateOnly(2022, 12, 20));

        Assert.Contains(ApplicationAct.Extend, await ActsOfAsync(world, approver, submitted));
        Assert.DoesNotContain(
            ApplicationAct.Extend,
            await ActsOfAsync(world, cast.ProvinceA.Reviewer, submitted)
        );
        Assert.DoesNotContain(
            ApplicationAct.Extend,
            await ActsOfAsync(world, cast.A[1].Approver, submitted)
        );
        // Declined: finished.
        Assert.DoesNotContain(
            ApplicationAct.Extend,
            await ActsOfAsync(world, approver, cast.Application(cast.Open, cast.A[4]))
        );

        var last = (await CallAsync(world)).Forwarding.At;
        await SetDeadlineAsync(world, BeijingTime.DayOf(last.AddTicks(-1)));

        Assert.DoesNotContain(ApplicationAct.Extend, await ActsOfAsync(world, approver, submitted));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Extend_OfBatchAndProvince_ForTheLeadAlone(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;

        var lead = await ForwardingAsync(world, cast.Lead, cast.Open);
        var group = await ForwardingAsync(world, cast.WorkingGroup, cast.Open);

        Assert.Contains(BatchAct.Extend, lead.Batch.Acts);
        Assert.All(lead.Provinces, p => Assert.Contains(ProvincialCallAct.Extend, p.Acts));
        Assert.DoesNotContain(BatchAct.Extend, group.Batch.Acts);
        Assert.All(group.Provinces, p => Assert.DoesNotContain(ProvincialCallAct.Extend, p.Acts));

        // Forwarded, and past forwarding.
        var appraising = await ForwardingAsync(world, cast.Lead, cast.Appraising);
        Assert.All(
            appraising.Provinces,
            p => Assert.Equal(p.ForwardedAt is null, p.Acts.Contains(ProvincialCallAct.Extend))
        );
        Assert.Contains(appraising.Provinces, p => p.ForwardedAt is not null);
        Assert.All(
            (await ForwardingAsync(world, cast.Lead, cast.Selecting)).Provinces,
            p => Assert.Empty(p.Acts)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ProvincialCall_ByRole_ReviewerRanksAndApproverDecides(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var regulator = world.Cast.ProvinceA;

        Assert.Equal([ProvincialCallAct.Rank], (await CallAsync(world, regulator.Reviewer)).Acts);
        Assert.Equal(
            [ProvincialCallAct.SetDeadline, ProvincialCallAct.Rank, ProvincialCallAct.Forward],
            (await CallAsync(world, regulator.Approver)).Acts
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task MayStart_OpenBatch_ForTheLocalGovernmentAlone(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;

        Assert.True(await MayStartAsync(cast.A[5].Drafter, cast.Open));
        Assert.False(await MayStartAsync(cast.ProvinceA.Approver, cast.Open));
        Assert.False(await MayStartAsync(cast.Lead, cast.Open));
        Assert.False(await MayStartAsync(cast.A[5].Drafter, cast.Appraising));

        async Task<bool> MayStartAsync(Guid account, Guid batch) =>
            (
                await world.AsAsync(
                    account,
                    (ListApplications u) => u.ExecuteAsync(new() { Batch = batch }, Ct)
                )
            ).MayStart;
    }

    private static async Task<IReadOnlyList<ApplicationAct>> ActsOfAsync(
        World world,
        Guid account,
        Guid application
    ) =>
        (
            await world.MustAsync(
                account,
                (GetApplication u) => u.ExecuteAsync(new(application), Ct)
            )
        ).Acts;

    private static Task<GetForwardingProgress.View> ForwardingAsync(
        World world,
        Guid account,
        Guid batch
    ) => world.MustAsync(account, (GetForwardingProgress u) => u.ExecuteAsync(new(batch), Ct));

    private static Task<GetProvincialCall.View> CallAsync(World world, Guid? account = null) =>
        world.MustAsync(
            account ?? world.Cast.ProvinceA.Approver,
            (GetProvincialCall u) => u.ExecuteAsync(new(world.Cast.Open), Ct)
        );

    private static Task SetDeadlineAsync(World world, DateOnly day) =>
        world.MustAsync(
            world.Cast.ProvinceA.Approver,
            (SetSubmissionDeadline u) => u.ExecuteAsync(new(world.Cast.Open, day, Seen.Present), Ct)
        );
}
