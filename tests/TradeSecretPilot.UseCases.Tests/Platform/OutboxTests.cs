using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Mail waits in the outbox, written with the change it speaks of, until it is sent once.</summary>
public sealed class OutboxTests(TestDatabases databases) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pilot-mail-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Submit_TellsBothPeopleOfTheProvince_InThePortalAndByMail(
        DatabaseProvider provider
    )
    {
        await using var world = await CreateQuietWorldAsync(provider);
        var before = await world.TracesAsync();

        await SubmitAsync(world);

        var after = await world.TracesAsync();
        var mails = await world.BehindTheDoorAsync(db => db.OutboxMessages.ToListAsync(Ct));
        Assert.Equal((2, 2), (after.Notices - before.Notices, after.Mails - before.Mails));
        Assert.Equal(
            ["approver.330000@sample.invalid", "reviewer.330000@sample.invalid"],
            mails.Select(m => m.To).Order(StringComparer.Ordinal)
        );
        Assert.All(mails, m => Assert.Null(m.SentAt));
        Assert.All(mails, m => Assert.Contains("请初审", m.Body));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Send_WithAFolder_EachAsOneFile_AndNeverAgain(DatabaseProvider provider)
    {
        await using var world = await CreateQuietWorldAsync(provider);
        await SubmitAsync(world);

        var first = await SendAsync(world, ToFolder());
        var second = await SendAsync(world, ToFolder());

        Assert.Equal(new SendOutbox.View(2, 0), first);
        Assert.Equal(new SendOutbox.View(0, 0), second);
        var mails = Directory.GetFiles(_folder, "*.eml").Select(File.ReadAllText).ToList();
        Assert.Equal(2, mails.Count);
        Assert.Contains(mails, m => m.Contains("reviewer.330000@sample.invalid"));
        Assert.Contains(mails, m => m.Contains("approver.330000@sample.invalid"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Send_RelayDown_TriedAgainEverLater_ThenGivenUp(DatabaseProvider provider)
    {
        await using var world = await CreateQuietWorldAsync(provider);
        await SubmitAsync(world);
        var machine = new TestTimeProvider(WorldBuilder.Now);
        var down = new MailSender(
            new MailOptions { Host = "127.0.0.1", Port = Loopback.FreePort() }
        );
        for (var attempt = 1; attempt <= SendOutbox.MaxAttempts; attempt++)
        {
            Assert.Equal(new SendOutbox.View(0, 2), await SendAsync(world, down, machine));
            machine.Advance(SendOutbox.WaitAfter(attempt) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(new SendOutbox.View(0, 0), await SendAsync(world, down, machine));
            machine.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(new SendOutbox.View(0, 0), await SendAsync(world, ToFolder(), machine));
        var listed = await world.AsAsync(
            world.Cast.SystemAdmin,
            (ListOutbox u) => u.ExecuteAsync(new(OutboxState.GivenUp), Ct)
        );
        Assert.Equal(2, listed.Total);
        Assert.All(listed.Items, m => Assert.NotNull(m.LastError));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    public void Wait_Doubles_UpToSixHours(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), SendOutbox.WaitAfter(attempts));

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Send_RelayBack_SentOnTheNextTry(DatabaseProvider provider)
    {
        await using var world = await CreateQuietWorldAsync(provider);
        await SubmitAsync(world);
        var machine = new TestTimeProvider(WorldBuilder.Now);
        var down = new MailSender(
            new MailOptions { Host = "127.0.0.1", Port = Loopback.FreePort() }
        );

        await SendAsync(world, down, machine);
        machine.Advance(SendOutbox.WaitAfter(1));

        Assert.Equal(new SendOutbox.View(2, 0), await SendAsync(world, ToFolder(), machine));
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.OutboxMessages.AllAsync(m => m.SentAt != null && m.LastError == null, Ct)
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Send_ByTwoNodesAtOnce_NoMailTwice(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await using var other = world.AnotherNode();
        var waiting = (await world.TracesAsync()).Mails;

        var sent = await Task.WhenAll(
            Task.Run(() => DrainAsync(world.Portal), Ct),
            Task.Run(() => DrainAsync(other), Ct)
        );

        Assert.Equal(waiting, sent.Sum());
        Assert.Equal(waiting, Directory.GetFiles(_folder, "*.eml").Length);
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.OutboxMessages.AllAsync(m => m.SentAt != null && m.Attempts == 1, Ct)
            )
        );
        return;

        async Task<int> DrainAsync(TestPortal node)
        {
            var total = 0;
            while (true)
            {
                var unsent = await world.BehindTheDoorAsync(db =>
                    db.OutboxMessages.AnyAsync(m => m.SentAt == null, Ct)
                );
                if (!unsent)
                {
                    return total;
                }

                total += (await SendAsync(node, ToFolder(), TimeProvider.System)).Sent;
            }
        }
    }

    /// <summary>A world in which all mail so far is sent.</summary>
    private async Task<World> CreateQuietWorldAsync(DatabaseProvider provider)
    {
        var world = await databases.CreateWorldAsync(provider);
        await world.ExecuteSqlAsync("DELETE FROM \"OutboxMessages\"");
        return world;
    }

    private static async Task SubmitAsync(World world) =>
        await world.MustAsync(
            world.Cast.A[0].Approver,
            (SubmitApplication u) =>
                u.ExecuteAsync(new(world.Cast.Application(world.Cast.Open, world.Cast.A[0]), 1), Ct)
        );

    private MailSender ToFolder() => new(new MailOptions { Folder = _folder });

    private static Task<SendOutbox.View> SendAsync(
        World world,
        MailSender sender,
        TimeProvider? machine = null
    ) => SendAsync(world.Portal, sender, machine ?? TimeProvider.System);

    private static Task<SendOutbox.View> SendAsync(
        TestPortal node,
        MailSender sender,
        TimeProvider machine
    ) =>
        node.AsJobAsync(
            "发送邮件",
            (PilotSessions s) => new SendOutbox(s, sender) { Machine = machine }.ExecuteAsync(Ct)
        );
}
