using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Organizations;

/// <summary>People change their own data; a mail address counts once its reader, signed in, confirmed it.</summary>
public sealed partial class OwnDetailsTests(TestDatabases databases) : IDisposable
{
    private const string Portal = "https://pilot.example.cn";
    private const string Former = "old@example.cn";
    private const string Next = "new@example.cn";

    private readonly DirectoryInfo _mails = Directory.CreateTempSubdirectory("pilot-mails-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _mails.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Details_Changed_AreShown_AndRecordedWithoutTheirContent(
        DatabaseProvider provider
    )
    {
        await using var world = await WithMailAsync(provider);
        var me = world.Cast.A[0].Drafter;

        await world.MustAsync(
            me,
            (ChangeOwnDetails u) => u.ExecuteAsync(new(" 改名（示例） ", "010-88880000转12"), Ct)
        );

        var view = await ReadAsync(world, me);
        Assert.Equal("改名（示例）", view.DisplayName);
        Assert.Equal("010-88880000转12", view.Phone);
        var entry = await world.BehindTheDoorAsync(db =>
            db.AuditEntries.SingleAsync(e => e.Act == "Account.DetailsChanged", Ct)
        );
        Assert.EndsWith("：姓名、办公电话", entry.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("8888", entry.Note, StringComparison.Ordinal);
        var found = await world.AsAsync(
            world.Cast.SystemAdmin,
            (ListAccounts u) => u.ExecuteAsync(new() { Text = "改名" }, Ct)
        );
        Assert.Equal("010-88880000转12", Assert.Single(found.Items).Phone);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Name_OfAnExpert_IsThatOfThePool(DatabaseProvider provider)
    {
        await using var world = await WithMailAsync(provider);
        var me = world.Cast.Experts[0];

        await world.MustAsync(
            me,
            (ChangeOwnDetails u) => u.ExecuteAsync(new("改名（示例）", null), Ct)
        );

        Assert.Equal(
            "改名（示例）",
            await world.BehindTheDoorAsync(db =>
                db.Experts.Where(e => e.Id == me).Select(e => e.Name).SingleAsync(Ct)
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Mail_CountsOnceConfirmed_AndTheFormerOneIsTold(DatabaseProvider provider)
    {
        await using var world = await WithMailAsync(provider);
        var me = world.Cast.A[0].Drafter;
        await AskAsync(world, me, Next);
        var asked = await ReadAsync(world, me);
        Assert.Equal(Former, asked.Email);
        Assert.Equal(Next, asked.Change!.Address);
        Assert.Equal(
            world.Portal.Clock.GetUtcNow() + TimeSpan.FromHours(24),
            asked.Change.ExpiresAt
        );
        // The code stands nowhere before the mail leaves.
        Assert.Null(await CodeHashAsync(world, me));

        var code = Assert.Single(await SentCodesAsync(world, Next));
        Assert.Single(await SubjectsToAsync(Former), s => s.Contains("申请了更改邮箱"));
        Assert.Null(await ConfirmAsync(world, me, code));

        var done = await ReadAsync(world, me);
        Assert.Equal((Next, true, null), (done.Email, done.EmailConfirmed, done.Change));
        await SendAsync(world);
        Assert.Single(await SubjectsToAsync(Former), s => s.Contains("邮箱已更换"));
        Assert.Equal("Account.MailLinkInvalid", await ConfirmAsync(world, me, code));
        var notes = await world.BehindTheDoorAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == me && e.Act.StartsWith("Account.Mail"))
                .Select(e => e.Note)
                .ToListAsync(Ct)
        );
        Assert.Equal(2, notes.Count);
        Assert.DoesNotContain(notes, n => n!.Contains("@example", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Link_OfSomebodyElse_OpensNothing_AndStaysOpenForItsOwner(
        DatabaseProvider provider
    )
    {
        await using var world = await WithMailAsync(provider);
        var (me, other) = (world.Cast.A[0].Drafter, world.Cast.A[0].Approver);
        await AskAsync(world, me, Next);
        var code = Assert.Single(await SentCodesAsync(world, Next));

        Assert.Equal("Account.MailLinkInvalid", await ConfirmAsync(world, other, code));
        await AskAsync(world, other, "other@example.cn");
        Assert.Equal("Account.MailLinkInvalid", await ConfirmAsync(world, other, code));
        Assert.Null(await ConfirmAsync(world, me, code));
    }

    public static TheoryData<DatabaseProvider, string> Ends
    {
        get
        {
            var data = new TheoryData<DatabaseProvider, string>();
            foreach (var provider in TestDatabases.Providers.Select(p => p.Data))
            {
                foreach (
                    var end in new[]
                    {
                        "late",
                        "another",
                        "again",
                        "drop",
                        "lock",
                        "disable",
                        "reset",
                    }
                )
                {
                    data.Add(provider, end);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Link_ThatEnded_OpensNothing(DatabaseProvider provider, string end)
    {
        await using var world = await WithMailAsync(provider);
        var me = world.Cast.A[0].Drafter;
        await AskAsync(world, me, Next);
        var code = Assert.Single(await SentCodesAsync(world, Next));
        var link = (await ReadAsync(world, me)).Change!.LinkId;
        switch (end)
        {
            case "late":
                Pass(world, MailChange.Lasts);
                Assert.True((await ReadAsync(world, me)).Change!.Expired);
                break;
            case "another":
                await AskAsync(world, me, "third@example.cn");
                break;
            case "again":
                Pass(world, MailChange.BetweenMails);
                await world.MustAsync(me, (SendMailChangeAgain u) => u.ExecuteAsync(new(link), Ct));
                break;
            case "drop":
                await world.MustAsync(me, (DropMailChange u) => u.ExecuteAsync(new(link), Ct));
                break;
            case "lock":
                await world.MustAsync(
                    world.Cast.SecurityAdmin,
                    (LockAccount u) => u.ExecuteAsync(new(me, "（示例）"), Ct)
                );
                await world.MustAsync(
                    world.Cast.SecurityAdmin,
                    (UnlockAccount u) => u.ExecuteAsync(new(me), Ct)
                );
                break;
            case "disable":
                await world.MustAsync(
                    world.Cast.SystemAdmin,
                    (DisableAccount u) => u.ExecuteAsync(new(me, "（示例）"), Ct)
                );
                await world.MustAsync(
                    world.Cast.SystemAdmin,
                    (EnableAccount u) => u.ExecuteAsync(new(me), Ct)
                );
                break;
            default:
                await world.MustAsync(
                    world.Cast.SystemAdmin,
                    (ResetPassword u) => u.ExecuteAsync(new(me, "（示例）"), Ct)
                );
                break;
        }

        Assert.Equal("Account.MailLinkInvalid", await ConfirmAsync(world, me, code));
        Assert.Equal(Former, (await ReadAsync(world, me)).Email);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Mails_AreNotSentInHeaps_AndAConfirmedAddressIsNoChange(
        DatabaseProvider provider
    )
    {
        await using var world = await WithMailAsync(provider);
        var me = world.Cast.A[0].Drafter;
        Assert.Equal("Account.MailMissing", await TryAskAsync(world, me, "not a mail"));
        Assert.Equal("Account.MailSame", await TryAskAsync(world, me, " OLD@example.cn "));
        await AskAsync(world, me, Next);
        var link = (await ReadAsync(world, me)).Change!.LinkId;

        Assert.Equal("Account.MailTooSoon", await TryAskAsync(world, me, Next));
        Assert.Equal(
            "Account.MailTooSoon",
            (await world.AsAsync(me, (SendMailChangeAgain u) => u.ExecuteAsync(new(link), Ct)))
                .Refusal
                ?.Code
        );
        Pass(world, MailChange.BetweenMails);
        await world.MustAsync(me, (SendMailChangeAgain u) => u.ExecuteAsync(new(link), Ct));
        // A second click of a page that shows the mail before.
        Assert.Equal(
            "Account.MailChangeNotFound",
            (await world.AsAsync(me, (SendMailChangeAgain u) => u.ExecuteAsync(new(link), Ct)))
                .Refusal
                ?.Code
        );
        // The first mail, whose link was replaced before it left, is not sent.
        Assert.Single(await SentCodesAsync(world, Next));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task WrongCodes_LockAsWrongPasswordsDo(DatabaseProvider provider)
    {
        await using var world = await WithMailAsync(provider);
        var me = world.Cast.A[0].Drafter;
        await AskAsync(world, me, Next);
        var code = Assert.Single(await SentCodesAsync(world, Next));
        for (var i = 0; i < IdentitySetup.FailuresBeforeLockout; i++)
        {
            Assert.Equal("Account.MailLinkInvalid", await ConfirmAsync(world, me, "wrong"));
        }

        Assert.Equal("Account.MailLinkInvalid", await ConfirmAsync(world, me, code));
        Assert.Equal(
            IdentitySetup.FailuresBeforeLockout + 1,
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.CountAsync(e => e.Act == "SignIn.LinkRefused", Ct)
            )
        );
    }

    private async Task<World> WithMailAsync(DatabaseProvider provider)
    {
        var world = await databases.CreateWorldAsync(
            provider,
            s => s.AddPilotMail(new MailOptions { Folder = _mails.FullName }, Portal)
        );
        // What the world's own acts left waiting.
        await world.ExecuteSqlAsync("DELETE FROM \"OutboxMessages\"");
        var me = world.Cast.A[0].Drafter;
        await world.BehindTheDoorAsync(async db =>
        {
            var row = await db.Accounts.SingleAsync(a => a.Id == me, Ct);
            (row.Email, row.NormalizedEmail) = (Former, Former.ToUpperInvariant());
            row.EmailConfirmed = true;
            return await db.SaveChangesAsync(Ct);
        });
        return world;
    }

    private static void Pass(World world, TimeSpan time) =>
        world.Portal.Clock.Set(world.Portal.Clock.GetUtcNow() + time);

    private static Task<GetOwnDetails.View> ReadAsync(World world, Guid account) =>
        world.AsAsync(account, (GetOwnDetails u) => u.ExecuteAsync(Ct));

    private static Task AskAsync(World world, Guid account, string address) =>
        world.MustAsync(account, (AskMailChange u) => u.ExecuteAsync(new(address), Ct));

    private static async Task<string?> TryAskAsync(World world, Guid account, string address) =>
        (await world.AsAsync(account, (AskMailChange u) => u.ExecuteAsync(new(address), Ct)))
            .Refusal
            ?.Code;

    private static async Task<string?> ConfirmAsync(World world, Guid account, string code) =>
        (
            await world.AsAsync(
                account,
                (ConfirmMailChange u) => u.ExecuteAsync(new(code, "192.0.2.1"), Ct)
            )
        )
            .Refusal
            ?.Code;

    private static Task<SendOutbox.View> SendAsync(World world) =>
        world.Portal.AsJobAsync("发信", (SendOutbox u) => u.ExecuteAsync(Ct));

    /// <summary>The codes of the links that went to an address.</summary>
    private async Task<List<string>> SentCodesAsync(World world, string address)
    {
        await SendAsync(world);
        return
        [
            .. (await MailsToAsync(address))
                .Where(m => m.TextBody!.Contains($"{Portal}/account/mail?code="))
                .Select(m => Code().Match(m.TextBody!).Value),
        ];
    }

    private async Task<List<string>> SubjectsToAsync(string address) =>
        [.. (await MailsToAsync(address)).Select(m => m.TextBody!)];

    private async Task<List<MimeMessage>> MailsToAsync(string address)
    {
        var mails = new List<MimeMessage>();
        foreach (var file in _mails.EnumerateFiles())
        {
            mails.Add(await MimeMessage.LoadAsync(file.FullName, Ct));
        }

        return [.. mails.Where(m => m.To.Mailboxes.Any(b => b.Address == address))];
    }

    private static Task<string?> CodeHashAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
            db.MailChanges.Where(c => c.AccountId == account)
                .Select(c => c.CodeSha256)
                .SingleAsync(Ct)
        );

    [GeneratedRegex("[A-Z2-9]{5}(?:-[A-Z2-9]{5}){3}")]
    private static partial Regex Code();
}
