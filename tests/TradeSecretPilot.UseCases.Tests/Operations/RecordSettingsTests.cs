using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>The settings of a start are in the audit trail when they are not those kept last.</summary>
public sealed class RecordSettingsTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Start_SettingsChanged_KeptOnce(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await RecordAsync(world, "邮件服务器：a");
        await RecordAsync(world, "邮件服务器：a");
        await RecordAsync(world, "邮件服务器：b");
        await RecordAsync(world, "邮件服务器：a");

        Assert.Equal(
            ["邮件服务器：a；端口：25", "邮件服务器：b；端口：25", "邮件服务器：a；端口：25"],
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.Where(e => e.Act == "Settings.Changed")
                    .OrderBy(e => e.Sequence)
                    .Select(e => e.Note)
                    .ToListAsync(Ct)
            )
        );
    }

    private static Task<Result> RecordAsync(World world, string mail) =>
        world.Portal.AsJobAsync(
            RecordSettings.Job,
            (RecordSettings u) => u.ExecuteAsync(new([mail, "端口：25"]), Ct)
        );
}
