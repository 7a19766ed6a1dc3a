using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>The audit trail as an auditor searches it.</summary>
public sealed class AuditListTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task List_TurnedByKey_ForthAndBack_HoldsEveryEntryOnce(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var numbers = await world.BehindTheDoorAsync(db =>
            db.AuditEntries.OrderByDescending(e => e.Sequence)
                .Select(e => e.Sequence)
                .ToListAsync(Ct)
        );

        var forth = new List<long>();
        var part = await ListAsync(world, new() { Size = 30 });
        Assert.Null(part.Newer);
        forth.AddRange(part.Items.Select(e => e.Sequence));
        while (part.Older is { } older)
        {
            part = await ListAsync(world, new() { Size = 30, Before = older });
            forth.AddRange(part.Items.Select(e => e.Sequence));
        }

        Assert.Equal(numbers, forth);
        var back = part.Items.Select(e => e.Sequence).ToList();
        while (part.Newer is { } newer)
        {
            part = await ListAsync(world, new() { Size = 30, After = newer });
            back.InsertRange(0, part.Items.Select(e => e.Sequence));
        }

        Assert.Equal(numbers, back);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task List_EachFilter_ShowsThoseAlone(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await world.Portal.AsJobAsync(
            RecordSignIn.Job,
            (RecordSignIn u) => u.ExecuteAsync(new("lead", SignInOutcome.Failed, "10.0.0.9"), Ct)
        );
        var lead = world.Cast.Lead;
        var plan = world.Cast.Application(world.Cast.Running, world.Cast.A[0]);
        var number = await world.BehindTheDoorAsync(db =>
            db.Applications.Where(a => a.Id == plan).Select(a => a.Number).SingleAsync(Ct)
        );

        var refused = await ListAsync(world, new() { Outcome = ActOutcome.Refused });
        Assert.Equal("SignIn.Failed", Assert.Single(refused.Items).Code);
        Assert.Contains("（lead）", refused.Items[0].Subject!.Name, StringComparison.Ordinal);
        var act = await ListAsync(world, new() { Act = Act.ApplicationSubmitted });
        Assert.NotEmpty(act.Items);
        Assert.All(act.Items, e => Assert.Equal(Act.ApplicationSubmitted, e.Act));
        var group = await ListAsync(world, new() { Group = ActGroup.SignIn });
        Assert.All(group.Items, e => Assert.Equal(ActGroup.SignIn, Acts.GroupOf(e.Act!.Value)));
        var person = await ListAsync(world, new() { PersonId = lead });
        Assert.Contains(person.Items, e => e.SubjectId == lead);
        Assert.All(person.Items, e => Assert.True(e.AccountId == lead || e.SubjectId == lead));
        foreach (var record in new[] { number, $"{plan}" })
        {
            var found = await ListAsync(world, new() { Record = record });
            Assert.NotEmpty(found.Items);
            Assert.All(found.Items, e => Assert.Equal(plan, e.SubjectId));
            Assert.Contains(
                world.Cast.A[0].RegionName,
                found.Items[0].Subject!.Name,
                StringComparison.Ordinal
            );
        }

        Assert.Empty((await ListAsync(world, new() { Record = "没有这个编号" })).Items);
        var today = BeijingTime.DayOf(WorldBuilder.Now);
        var days = await ListAsync(world, new() { From = today, To = today });
        Assert.NotEmpty(days.Items);
        Assert.All(days.Items, e => Assert.Equal(today, BeijingTime.DayOf(e.At)));
        Assert.Empty((await ListAsync(world, new() { From = today.AddDays(1) })).Items);
    }

    [Fact]
    public async Task Record_ReadBySamr_SaysByHowMany()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var plan = world.Cast.Application(world.Cast.Running, world.Cast.A[0]);
        foreach (var reader in new[] { world.Cast.Lead, world.Cast.WorkingGroup, world.Cast.Lead })
        {
            await world.AsAsync(reader, (GetApplication u) => u.ExecuteAsync(new(plan), Ct));
        }

        var record = await world.AsAsync(
            world.Cast.AuditAdmin,
            (GetAuditRecord u) => u.ExecuteAsync(new(plan), Ct)
        );

        Assert.Equal(2, record.Value.Readers);
        Assert.Equal(ActGroup.Application, record.Value.Record!.Kind);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Searches_SavedListedDeleted_ByTheirOwnerAlone(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        Task<Result> SaveAsync(string name, string query) =>
            world.AsAsync(
                world.Cast.AuditAdmin,
                (SaveAuditSearch u) => u.ExecuteAsync(new(name, query), Ct)
            );

        Assert.Null((await SaveAsync("登录失败", "?act=SignIn&outcome=Refused")).Refusal);
        Assert.Equal("Platform.AlreadyDone", (await SaveAsync("登录失败", "?q=x")).Refusal?.Code);
        Assert.Equal("Audit.SearchNameInvalid", (await SaveAsync(" ", "?q=x")).Refusal?.Code);
        Assert.Equal("Audit.SearchEmpty", (await SaveAsync("空", "")).Refusal?.Code);
        var kept = Assert.Single(await SearchesAsync(world));
        Assert.Equal(("登录失败", "?act=SignIn&outcome=Refused"), (kept.Name, kept.Query));

        Task<Result> DeleteAsync() =>
            world.AsAsync(
                world.Cast.AuditAdmin,
                (DeleteAuditSearch u) => u.ExecuteAsync(new(kept.Id), Ct)
            );
        Assert.Null((await DeleteAsync()).Refusal);
        Assert.Empty(await SearchesAsync(world));
        Assert.Equal("Audit.SearchNotFound", (await DeleteAsync()).Refusal?.Code);
    }

    private static Task<IReadOnlyList<ListAuditSearches.Row>> SearchesAsync(World world) =>
        world.AsAsync(world.Cast.AuditAdmin, (ListAuditSearches u) => u.ExecuteAsync(Ct));

    private static Task<KeyPage<ListAuditEntries.Row>> ListAsync(
        World world,
        ListAuditEntries.Input input
    ) => world.AsAsync(world.Cast.AuditAdmin, (ListAuditEntries u) => u.ExecuteAsync(input, Ct));
}
