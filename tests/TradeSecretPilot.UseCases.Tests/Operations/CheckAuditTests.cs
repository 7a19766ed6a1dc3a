using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>The nightly check of the audit chain: what it finds is kept, and a broken chain reaches the audit administrators.</summary>
public sealed class CheckAuditTests(TestDatabases databases)
{
    private const long Victim = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Check_SoundChain_Kept_AndNobodyAlarmed(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await world.TracesAsync();

        var found = await CheckAsync(world);

        Assert.True(found.IsValid, found.Problem);
        var after = await world.TracesAsync();
        Assert.Equal((before.Notices, before.Mails), (after.Notices, after.Mails));
        var shown = await ShownAsync(world);
        Assert.Equal((before.AuditSequence, null), (shown!.Entries, shown.FirstBad));
        Assert.False(shown.IsOverdue);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Check_TamperedRow_TellsTheAuditAdministratorsAlone(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await world.ExecuteSqlAsync(
            $"UPDATE \"AuditEntries\" SET \"Note\" = 'x' WHERE \"Sequence\" = {Victim}"
        );

        await AssertAlarmedAsync(world, Victim);
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.AnyAsync(e => e.Act == "Audit.CheckFailed", Ct)
            )
        );
    }

    /// <summary>A row past the end of the chain takes the number of the next entry: no act can be recorded any more.</summary>
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Check_TrailThatTakesNoMoreEntries_AlarmsAllTheSame(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var last = (await world.TracesAsync()).AuditSequence;
        await world.ExecuteSqlAsync(
            $"""
            INSERT INTO "AuditEntries" ("Sequence", "At", "ActorName", "Act", "SubjectId", "PreviousHash", "Hash")
            SELECT {last + 1}, "At", "ActorName", "Act", "SubjectId", "PreviousHash", "Hash"
            FROM "AuditEntries" WHERE "Sequence" = {last}
            """
        );

        await AssertAlarmedAsync(world, last + 1);
    }

    [Fact]
    public async Task Check_LeftOutForANight_IsShownAsOverdue()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        await CheckAsync(world);

        world.Portal.Clock.Set(WorldBuilder.Now.AddDays(2));

        Assert.True((await ShownAsync(world))!.IsOverdue);
    }

    private static async Task AssertAlarmedAsync(World world, long firstBad)
    {
        var before = await world.TracesAsync();

        var found = await CheckAsync(world);

        Assert.Equal(firstBad, found.FirstBad);
        Assert.Equal(firstBad, (await ShownAsync(world))!.FirstBad);
        var notices = await world.BehindTheDoorAsync(db =>
            db.Notices.Where(n => n.Zh.Contains("夜间核验未通过")).ToListAsync(Ct)
        );
        var notice = Assert.Single(notices);
        Assert.Equal(world.Cast.AuditAdmin, notice.AccountId);
        Assert.Contains($"第{firstBad}条", notice.Zh);
        var mail = await world.BehindTheDoorAsync(db =>
            db.OutboxMessages.SingleAsync(m => m.Subject.Contains("夜间核验未通过"), Ct)
        );
        var address = await world.BehindTheDoorAsync(db =>
            db.Accounts.Where(a => a.Id == world.Cast.AuditAdmin)
                .Select(a => a.Email)
                .SingleAsync(Ct)
        );
        Assert.Equal(address, mail.To);
        var after = await world.TracesAsync();
        Assert.Equal((before.Notices + 1, before.Mails + 1), (after.Notices, after.Mails));
    }

    private static Task<AuditVerification> CheckAsync(World world)
    {
        // The world was checked once when it was built.
        world.Portal.Clock.Set(WorldBuilder.Now.AddMinutes(1));
        return world.Portal.AsJobAsync(CheckAudit.Job, (CheckAudit u) => u.ExecuteAsync(Ct));
    }

    private static Task<GetAuditCheck.View?> ShownAsync(World world) =>
        world.AsAsync(world.Cast.AuditAdmin, (GetAuditCheck u) => u.ExecuteAsync(Ct));
}
