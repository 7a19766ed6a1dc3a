using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Batches;

/// <summary>A batch admits whom its settings say: nobody else is offered an application in it, or told a date of it.</summary>
public sealed class EligibilityTests(TestDatabases databases)
{
    private const int Number = 7;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Pilot_InTheNextBatch_IsOfferedNothing_AndToldWhy(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var batch = await OpenAsync(world, WholeEligibility);
        var (pilot, free) = (world.Cast.A[0].Drafter, world.Cast.A[5].Drafter);

        await AssertAdmittedAsync(world, free, batch);
        await AssertRefusedAsync(world, pilot, batch, "Application.IsPilot");
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Selection_ThatIsNotPublished_IsNotGivenAway(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var batch = await OpenAsync(world, WholeEligibility);

        // Selected in the second batch, of which nothing is published.
        await AssertAdmittedAsync(world, world.Cast.B[1].Drafter, batch);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task RegionAboveAPilot_WaitsForItsEnd(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await MoveAsync(world, world.Cast.A[0].OrganizationId, "330106");
        await MoveAsync(world, world.Cast.A[5].OrganizationId, "330100");
        var batch = await OpenAsync(world, WholeEligibility);

        await AssertRefusedAsync(
            world,
            world.Cast.A[5].Drafter,
            batch,
            "Application.HasPilotBelow"
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task NamedOutOrIn_AsTheBatchSays(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await MoveAsync(world, world.Cast.A[5].OrganizationId, "330106");
        var batch = await OpenAsync(world, WholeEligibility with { Excluded = ["330106"] });

        await AssertRefusedAsync(world, world.Cast.A[5].Drafter, batch, "Application.NamedOut");
    }

    private static Eligibility WholeEligibility => FirstBatch.Settings.Eligibility;

    private static async Task<Guid> OpenAsync(World world, Eligibility eligibility)
    {
        var settings = WorldBuilder.Settings(
            Number,
            new(2022, 12, 1),
            new(2023, 1, 31),
            new(2023, 2, 28),
            new(2023, 7, 1)
        ) with
        {
            Eligibility = eligibility,
        };
        var batch = (
            await world.AsAsync(world.Cast.Lead, (CreateBatch u) => u.ExecuteAsync(settings, Ct))
        ).Value;
        var opened = await world.AsAsync(
            world.Cast.Lead,
            (OpenBatch u) => u.ExecuteAsync(new(batch, Seen.Present), Ct)
        );
        Assert.Null(opened.Refusal);
        return batch;
    }

    private static Task<int> MoveAsync(World world, Guid organization, string code) =>
        world.BehindTheDoorAsync(db =>
            db.Organizations.Where(o => o.Id == organization)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.DivisionCode, code), Ct)
        );

    private static async Task AssertAdmittedAsync(World world, Guid actor, Guid batch)
    {
        var (offered, told) = await LookAsync(world, actor);
        Assert.True(offered);
        Assert.True(told);
        Assert.True((await ListAsync(world, actor, batch)).MayStart);
        Assert.Null((await StartAsync(world, actor, batch)).Refusal);
    }

    private static async Task AssertRefusedAsync(World world, Guid actor, Guid batch, string code)
    {
        var (offered, told) = await LookAsync(world, actor);
        Assert.False(offered);
        Assert.False(told);
        var list = await ListAsync(world, actor, batch);
        Assert.False(list.MayStart);
        Assert.Equal(code, list.NotEligible?.Code);
        Assert.Equal(code, (await StartAsync(world, actor, batch)).Refusal?.Code);
    }

    /// <summary>Whether the inbox offers an application in the batch, and tells a date of it.</summary>
    private static async Task<(bool Offered, bool Told)> LookAsync(World world, Guid actor)
    {
        var inbox = await world.AsAsync(actor, (GetInbox u) => u.ExecuteAsync(Ct));
        return (
            inbox.Tasks.Any(t =>
                t.Kind == TaskKind.StartApplication
                && t.Link.EndsWith($"batch={Number}", StringComparison.Ordinal)
            ),
            inbox.Deadlines.Any(d => d.BatchNumber == Number)
        );
    }

    private static Task<ListApplications.View> ListAsync(World world, Guid actor, Guid batch) =>
        world.AsAsync(actor, (ListApplications u) => u.ExecuteAsync(new() { Batch = batch }, Ct));

    private static Task<Result<Guid>> StartAsync(World world, Guid actor, Guid batch) =>
        world.AsAsync(actor, (StartApplication u) => u.ExecuteAsync(new(batch), Ct));
}
