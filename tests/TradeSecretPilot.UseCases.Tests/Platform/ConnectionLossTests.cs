using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>A database that goes away in the middle of an act: it is done once, or refused with nothing changed.</summary>
public sealed class ConnectionLossTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Act_ConnectionLostOnce_DoneOnce()
    {
        var broken = new BrokenConnections { AtTheAuditRow = 1 };
        await using var world = await CreateAsync(broken);
        var before = await world.TracesAsync();

        var submitted = await SubmitAsync(world);

        Assert.Null(submitted.Refusal);
        Assert.Equal(1, broken.Ended);
        await AssertDoneOnceAsync(world, before);
    }

    [Fact]
    public async Task Act_ConnectionLostEachTime_RefusedAsBusy_AndNothingChanged()
    {
        var broken = new BrokenConnections { AtTheAuditRow = int.MaxValue };
        await using var world = await CreateAsync(broken);
        var before = await world.TracesAsync();

        var submitted = await SubmitAsync(world);

        Assert.Equal("Platform.Busy", submitted.Refusal?.Code);
        Assert.StartsWith("系统繁忙", submitted.Refusal!.Zh, StringComparison.Ordinal);
        Assert.InRange(broken.Ended, 2, 10);
        Assert.Equal(before, await world.TracesAsync());
        broken.AtTheAuditRow = 0;
        Assert.Null((await SubmitAsync(world)).Refusal);
        await AssertDoneOnceAsync(world, before);
    }

    [Fact]
    public async Task Act_AnswerToTheCommitLost_FoundToBeDone_AndNotRepeated()
    {
        var broken = new BrokenConnections { AfterTheCommit = 1 };
        await using var world = await CreateAsync(broken);
        var before = await world.TracesAsync();

        var submitted = await SubmitAsync(world);

        Assert.Null(submitted.Refusal);
        await AssertDoneOnceAsync(world, before);
    }

    [Fact]
    public async Task Act_AnswerToTheCommitLostAndDatabaseGone_SaysThatItIsNotKnown()
    {
        var broken = new BrokenConnections { AfterTheCommit = 1, AndStaysAway = true };
        await using var world = await CreateAsync(broken);
        var before = await world.TracesAsync();

        var submitted = await SubmitAsync(world);

        Assert.Equal("Platform.Unsure", submitted.Refusal?.Code);
        broken.AndStaysAway = false;
        await AssertDoneOnceAsync(world, before);
    }

    [Fact]
    public async Task Act_SqliteHeldByAnotherProgram_RefusedAsBusy_AndNothingChanged()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var patient = world.Database.Options.ConnectionString;
        await using var node = new TestPortal(
            world.Database.Options with
            {
                ConnectionString = $"{patient};Default Timeout=1",
            },
            WorldBuilder.Now
        );
        var before = await world.TracesAsync();
        await using (var other = new SqliteConnection(patient))
        {
            await other.OpenAsync(Ct);
            await using var held = other.BeginTransaction(deferred: false);

            var submitted = await node.AsAccountAsync(
                world.Cast.A[0].Approver,
                (SubmitApplication u) => u.ExecuteAsync(InputOf(world), Ct)
            );

            Assert.Equal("Platform.Busy", submitted.Refusal?.Code);
        }

        Assert.Equal(before, await world.TracesAsync());
    }

    private async Task<World> CreateAsync(BrokenConnections broken)
    {
        var world = await databases.CreateWorldAsync(
            DatabaseProvider.PostgreSql,
            s =>
            {
                foreach (var part in broken.Parts)
                {
                    s.AddSingleton<IInterceptor>(part);
                }
            }
        );
        broken.ConnectionString = world.Database.Options.ConnectionString;
        return world;
    }

    private static SubmitApplication.Input InputOf(World world) =>
        new(world.Cast.Application(world.Cast.Open, world.Cast.A[0]), 1);

    private static async Task<Result> SubmitAsync(World world)
    {
        var submitted = await world.AsAsync(
            world.Cast.A[0].Approver,
            (SubmitApplication u) => u.ExecuteAsync(InputOf(world), Ct)
        );
        return submitted.Refusal is { } refusal ? refusal : Result.Done;
    }

    private static async Task AssertDoneOnceAsync(World world, Traces before)
    {
        var after = await world.TracesAsync();
        Assert.Equal(before.AuditEntries + 1, after.AuditEntries);
        Assert.Equal(before.AuditSequence + 1, after.AuditSequence);
        Assert.Equal((before.Events + 1, before.Mails + 2), (after.Events, after.Mails));
        var chain = await world.AsAsync(
            world.Cast.AuditAdmin,
            (VerifyAudit u) => u.ExecuteAsync(Ct)
        );
        Assert.True(chain.Verification.IsValid);
    }
}
