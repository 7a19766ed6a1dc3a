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

/// <summary>Mail to a real relay.</summary>
public sealed class MailTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailSecurity.Tls)]
    [InlineData(MailSecurity.StartTls)]
    public async Task Send_SeveralMails_OneEncryptedConnection(MailSecurity security)
    {
        await using var relay = await SmtpRelay.StartAsync(security);
        Mail[] mails = [To("a@example.cn"), To("b@example.cn"), To("c@example.cn")];

        await using (var connection = new MailSender(relay.Options).Open())
        {
            foreach (var mail in mails)
            {
                await connection.SendAsync(mail, Ct);
            }
        }

        var taken = await relay.MailsAsync(3);
        Assert.Equal(1, relay.Connections);
        Assert.All(taken, m => Assert.Equal((true, "portal"), (m.IsSecure, m.User)));
        Assert.Equal(mails.Select(m => m.To), taken.Select(m => m.To));
        Assert.All(
            taken.Zip(mails),
            pair =>
            {
                var (received, sent) = pair;
                Assert.Equal($"{sent.Id:N}@pilot.example.cn", received.Message.MessageId);
                Assert.Equal(sent.Subject, received.Message.Subject);
                Assert.Equal(sent.Body, received.Message.TextBody!.ReplaceLineEndings("\n"));
                Assert.Equal("auto-generated", received.Message.Headers["Auto-Submitted"]);
            }
        );
    }

    [Fact]
    public async Task Send_RelayWithoutStartTls_NothingLeavesInTheOpen()
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.None);

        var error = await FailAsync(
            relay.Options with
            {
                Security = MailSecurity.StartTls,
            },
            To("a@example.cn")
        );

        Assert.Contains("不提供所设的加密", error);
        Assert.Equal(0, relay.MailCount);
    }

    [Fact]
    public async Task Send_UnknownCertificate_Refused()
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.Tls);

        var error = await FailAsync(
            relay.Options with
            {
                CertificateSha256 = null,
            },
            To("a@example.cn")
        );

        Assert.Contains("证书不受信任", error);
        Assert.Equal(0, relay.MailCount);
    }

    [Fact]
    public async Task Send_WrongPassword_SaysSo()
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.StartTls);

        var error = await FailAsync(relay.Options with { Password = "x" }, To("a@example.cn"));

        Assert.Contains("不接受所设的账号和密码", error);
        Assert.DoesNotContain("\"x\"", error);
    }

    [Fact]
    public async Task Send_OneRefused_OthersLeaveOnTheSameConnection()
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.StartTls);
        await using var connection = new MailSender(relay.Options).Open();

        await connection.SendAsync(To("a@example.cn"), Ct);
        var refused = await Assert.ThrowsAsync<MailException>(() =>
            connection.SendAsync(To("refused@example.cn"), Ct)
        );
        await connection.SendAsync(To("b@example.cn"), Ct);

        Assert.Contains("550 No such mailbox", refused.Message);
        Assert.Equal(2, (await relay.MailsAsync(2)).Count);
        Assert.Equal(1, relay.Connections);
    }

    [Fact]
    public async Task Send_ConnectionBreaks_NextMailOnAFreshOne()
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.Tls);
        await using var connection = new MailSender(relay.Options).Open();

        var broken = await Assert.ThrowsAsync<MailException>(() =>
            connection.SendAsync(To("hangup@example.cn"), Ct)
        );
        await connection.SendAsync(To("b@example.cn"), Ct);

        Assert.Contains("连接中断", broken.Message);
        Assert.Single(await relay.MailsAsync(1));
        Assert.Equal(2, relay.Connections);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Outbox_SentAgainAfterANodeDied_SameMessageId(DatabaseProvider provider)
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.Tls);
        await using var world = await databases.CreateWorldAsync(
            provider,
            s => s.AddPilotMail(relay.Options)
        );
        await world.ExecuteSqlAsync("DELETE FROM \"OutboxMessages\"");
        await world.MustAsync(
            world.Cast.A[0].Approver,
            (SubmitApplication u) =>
                u.ExecuteAsync(new(world.Cast.Application(world.Cast.Open, world.Cast.A[0]), 1), Ct)
        );
        var waiting = await world.BehindTheDoorAsync(db =>
            db.OutboxMessages.Where(m => m.SentAt == null)
                .OrderBy(m => m.CreatedAt)
                .ThenBy(m => m.Id)
                .ToListAsync(Ct)
        );
        Assert.Equal(2, waiting.Count);

        await SendAsync(world);
        // Sent, and the node died before it noted so.
        await world.ExecuteSqlAsync(
            $"UPDATE \"OutboxMessages\" SET \"SentAt\" = NULL, \"NotBefore\" = \"CreatedAt\" WHERE \"Id\" = '{Stored(provider, waiting[0].Id)}'"
        );
        await SendAsync(world);

        var taken = await relay.MailsAsync(waiting.Count + 1);
        Assert.Equal(waiting.Count + 1, taken.Count);
        Assert.Equal(taken[0].Message.MessageId, taken[^1].Message.MessageId);
        Assert.Equal(
            waiting.Select(m => $"{m.Id:N}@pilot.example.cn"),
            taken.Take(waiting.Count).Select(m => m.Message.MessageId)
        );
        Assert.Equal(2, relay.Connections);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task TestMail_RelayAnswers_LeavesAndIsAudited(DatabaseProvider provider)
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.StartTls);
        await using var world = await databases.CreateWorldAsync(
            provider,
            s => s.AddPilotMail(relay.Options)
        );

        var sent = await TryAsync(world, "someone@example.cn");

        var taken = Assert.Single(await relay.MailsAsync(1));
        Assert.Equal("someone@example.cn", taken.To);
        Assert.Equal($"<{taken.Message.MessageId}>", sent.Value.MessageId);
        Assert.Equal(("Mail.TestSent", "someone@example.cn"), await LastActAsync(world));
        var route = await world.AsAsync(
            world.Cast.SystemAdmin,
            (GetMailRoute u) => u.ExecuteAsync(Ct)
        );
        Assert.Equal(
            (MailRoute.Relay, MailSecurity.StartTls),
            (route.Route, route.Security!.Value)
        );
    }

    [Fact]
    public async Task TestMail_NoAddressGiven_GoesToTheAdministrator()
    {
        await using var relay = await SmtpRelay.StartAsync(MailSecurity.Tls);
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddPilotMail(relay.Options)
        );
        var own = await world.BehindTheDoorAsync(db =>
            db.Accounts.Where(a => a.Id == world.Cast.SystemAdmin)
                .Select(a => a.Email)
                .SingleAsync(Ct)
        );

        await TryAsync(world, "");

        Assert.Equal(own, Assert.Single(await relay.MailsAsync(1)).To);
    }

    [Fact]
    public async Task TestMail_RelayDown_RefusedWithTheReason_AndAudited()
    {
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddPilotMail(new MailOptions { Host = "127.0.0.1", Port = Loopback.FreePort() })
        );

        var sent = await TryAsync(world, "someone@example.cn");

        Assert.Equal("Mail.NotSent", sent.Refusal?.Code);
        Assert.Contains("无法连接邮件中继", sent.Refusal!.Zh);
        var (act, note) = await LastActAsync(world);
        Assert.Equal("Mail.TestFailed", act);
        Assert.Contains("无法连接邮件中继", note);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@example.cn, b@example.cn")]
    [InlineData("a@example.cn\nBcc: b@example.cn")]
    public async Task TestMail_InvalidAddress_Refused(string to)
    {
        await using var world = await databases.CreateWorldAsync(
            DatabaseProvider.Sqlite,
            s => s.AddPilotMail(new MailOptions { Host = "127.0.0.1", Port = Loopback.FreePort() })
        );
        var before = await world.TracesAsync();

        Assert.Equal("Mail.InvalidAddress", (await TryAsync(world, to)).Refusal?.Code);
        Assert.Equal(before, await world.TracesAsync());
    }

    [Fact]
    public async Task TestMail_NoRelay_RefusedInPlainWords()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);

        var sent = await TryAsync(world, "someone@example.cn");

        Assert.Equal("Mail.NoRelay", sent.Refusal?.Code);
        Assert.Contains("Mail:Host", sent.Refusal!.Zh);
    }

    public static TheoryData<MailOptions, string> Wrong { get; } =
        new()
        {
            {
                new() { Host = "smtp://relay" },
                "Mail:Host"
            },
            {
                new() { Host = "relay", Port = 0 },
                "Mail:Port"
            },
            {
                new() { Host = "relay", From = "平台" },
                "Mail:From"
            },
            {
                new() { Host = "relay", User = "portal" },
                "Mail:Password"
            },
            {
                new()
                {
                    Host = "relay",
                    User = "portal",
                    Password = "x",
                    Security = MailSecurity.None,
                },
                "Mail:Security"
            },
            {
                new() { Host = "relay", TimeoutSeconds = 0 },
                "Mail:TimeoutSeconds"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Settings_ThatCannotBeRight_StopTheStartByName(MailOptions options, string setting)
    {
        var refused = Assert.Throws<SettingsException>(() =>
            new ServiceCollection().AddPilotMail(options)
        );
        Assert.Contains(setting, refused.Message);
    }

    [Theory]
    [InlineData(465, MailSecurity.Tls)]
    [InlineData(587, MailSecurity.StartTls)]
    [InlineData(25, MailSecurity.StartTls)]
    public void Settings_WithoutSecurity_ChosenByThePort(int port, MailSecurity security) =>
        Assert.Equal(security, new MailOptions { Host = "relay", Port = port }.Protection);

    private static Mail To(string address) =>
        new(Guid.CreateVersion7(), address, "示例主题", "示例正文\n\nSample text.\n");

    private static async Task<string> FailAsync(MailOptions options, Mail mail)
    {
        await using var connection = new MailSender(options).Open();
        return (
            await Assert.ThrowsAsync<MailException>(() => connection.SendAsync(mail, Ct))
        ).Message;
    }

    private static Task<SendOutbox.View> SendAsync(World world) =>
        world.Portal.AsJobAsync("发送邮件", (SendOutbox u) => u.ExecuteAsync(Ct));

    private static Task<Result<SendTestMail.View>> TryAsync(World world, string to) =>
        world.AsAsync(world.Cast.SystemAdmin, (SendTestMail u) => u.ExecuteAsync(new(to), Ct));

    private static Task<(string Act, string? Note)> LastActAsync(World world) =>
        world.BehindTheDoorAsync(async db =>
        {
            var last = await db.AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync(Ct);
            return (last.Act, last.Note);
        });

    private static string Stored(DatabaseProvider provider, Guid id) =>
        provider == DatabaseProvider.Sqlite ? id.ToString().ToUpperInvariant() : id.ToString();
}
