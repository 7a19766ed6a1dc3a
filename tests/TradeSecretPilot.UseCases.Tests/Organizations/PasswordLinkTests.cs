using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Rendering;

namespace TradeSecretPilot.UseCases.Tests.Organizations;

/// <summary>Passwords are set by their owners: an administrator gives a link or a letter, and never learns one.</summary>
public sealed partial class PasswordLinkTests(TestDatabases databases) : IDisposable
{
    private const string Address = "https://pilot.example.cn";
    private const string Chosen = "Xin-De-Mima-2022!";

    private readonly DirectoryInfo _mails = Directory.CreateTempSubdirectory("pilot-mails-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _mails.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Invitation_ByMail_OpensOnceForItsOwner(DatabaseProvider provider)
    {
        await using var world = await WithMailAsync(provider);
        var created = await CreateAsync(world, "wei@example.cn");
        Assert.Equal(LinkWay.Mail, created.Link!.Way);
        Assert.Equal(world.Portal.Clock.GetUtcNow() + TimeSpan.FromDays(7), created.Link.ExpiresAt);
        // Nobody can read the code where the mail waits.
        Assert.Null(await CodeHashAsync(world, created.AccountId));

        var code = await SentCodeAsync(world);

        Assert.Equal(
            "Account.LinkInvalid",
            await OpenAsync(world, "drafter.new", "AAAAA-AAAAA-AAAAA-AAAAA")
        );
        Assert.Null(await OpenAsync(world, " drafter.NEW", code.ToLowerInvariant()));
        Assert.True(await IsPasswordAsync(world, created.AccountId, Chosen));
        Assert.Equal("Account.LinkInvalid", await OpenAsync(world, "drafter.new", code));
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.Accounts.AnyAsync(a => a.Id == created.AccountId && a.EmailConfirmed, Ct)
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reset_MailNotConfirmed_IsALetter(DatabaseProvider provider)
    {
        await using var world = await WithMailAsync(provider);
        var account = world.Cast.A[0].Drafter;
        await SetMailAsync(world, account, confirmed: false);
        Assert.Equal(LinkWay.Letter, (await ResetAsync(world, account)).Way);

        await SetMailAsync(world, account, confirmed: true);
        var link = await ResetAsync(world, account);

        Assert.Equal(LinkWay.Mail, link.Way);
        Assert.Equal(world.Portal.Clock.GetUtcNow() + TimeSpan.FromHours(24), link.ExpiresAt);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reset_EndsTheOldPassword_AndTellsOwnerAndSecurity(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var account = world.Cast.A[0].Drafter;
        await LayPasswordAsync(world, account, "Jiu-De-Mima-2022!");
        Assert.True(await IsPasswordAsync(world, account, "Jiu-De-Mima-2022!"));

        var code = await PrintedCodeAsync(world, await ResetAsync(world, account));

        Assert.False(await IsPasswordAsync(world, account, "Jiu-De-Mima-2022!"));
        Assert.Null(await OpenAsync(world, await NameAsync(world, account), code));
        Assert.True(await IsPasswordAsync(world, account, Chosen));
        foreach (var told in new[] { account, world.Cast.SecurityAdmin })
        {
            var notices = await world.BehindTheDoorAsync(db =>
                db.Notices.Where(n => n.AccountId == told).Select(n => n.Zh).ToListAsync(Ct)
            );
            Assert.Contains(notices, n => n.Contains("重置了", StringComparison.Ordinal));
            Assert.Contains(notices, n => n.Contains("设置", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Letter_IsPrintedOnce_WithoutAPassword_AndRecorded(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var account = world.Cast.A[0].Drafter;
        var link = await ResetAsync(world, account);

        Assert.NotEmpty(await PrintedCodeAsync(world, link));

        var again = await IssueAsync(world, link);
        Assert.Equal("Account.LetterPrinted", again.Refusal!.Code);
        Assert.Equal(
            1,
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.CountAsync(
                    e => e.Act == "Account.LetterPrinted" && e.SubjectId == account,
                    Ct
                )
            )
        );
    }

    public static TheoryData<DatabaseProvider, string> Ends
    {
        get
        {
            var data = new TheoryData<DatabaseProvider, string>();
            foreach (var provider in TestDatabases.Providers.Select(p => p.Data))
            {
                foreach (var end in new[] { "lock", "disable", "newer", "late" })
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
        await using var world = await databases.CreateWorldAsync(provider);
        var account = world.Cast.A[0].Drafter;
        var name = await NameAsync(world, account);
        var code = await PrintedCodeAsync(world, await ResetAsync(world, account));
        switch (end)
        {
            case "lock":
                await world.MustAsync(
                    world.Cast.SecurityAdmin,
                    (LockAccount u) => u.ExecuteAsync(new(account, "（示例）"), Ct)
                );
                await world.MustAsync(
                    world.Cast.SecurityAdmin,
                    (UnlockAccount u) => u.ExecuteAsync(new(account), Ct)
                );
                break;
            case "disable":
                await world.MustAsync(
                    world.Cast.SystemAdmin,
                    (DisableAccount u) => u.ExecuteAsync(new(account, "（示例）"), Ct)
                );
                await world.MustAsync(
                    world.Cast.SystemAdmin,
                    (EnableAccount u) => u.ExecuteAsync(new(account), Ct)
                );
                break;
            case "newer":
                await ResetAsync(world, account);
                break;
            default:
                world.Portal.Clock.Set(world.Portal.Clock.GetUtcNow() + PasswordLink.ResetLasts);
                break;
        }

        Assert.Equal("Account.LinkInvalid", await OpenAsync(world, name, code));
        Assert.False(await IsPasswordAsync(world, account, Chosen));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task WrongCodes_LockAsWrongPasswordsDo_AndAreRecorded(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var account = world.Cast.A[0].Drafter;
        var name = await NameAsync(world, account);
        var code = await PrintedCodeAsync(world, await ResetAsync(world, account));
        for (var i = 0; i < IdentitySetup.FailuresBeforeLockout; i++)
        {
            Assert.Equal("Account.LinkInvalid", await OpenAsync(world, name, "wrong"));
        }

        // Locked: the right code is answered as a wrong one, and as a name without an account.
        Assert.Equal("Account.LinkInvalid", await OpenAsync(world, name, code));
        Assert.Equal("Account.LinkInvalid", await OpenAsync(world, "nobody.here", code));
        Assert.Equal(
            IdentitySetup.FailuresBeforeLockout + 2,
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.CountAsync(e => e.Act == "SignIn.LinkRefused", Ct)
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Password_ThatDoesNotFit_LeavesTheLinkOpen(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var account = world.Cast.A[0].Drafter;
        var name = await NameAsync(world, account);
        var code = await PrintedCodeAsync(world, await ResetAsync(world, account));

        Assert.Equal("Account.PasswordTooShort", await OpenAsync(world, name, code, "kurz"));
        Assert.Null(await OpenAsync(world, name, code));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Mail_OfALinkThatEnded_IsNotSent(DatabaseProvider provider)
    {
        await using var world = await WithMailAsync(provider);
        var created = await CreateAsync(world, "wei@example.cn");
        await world.MustAsync(
            world.Cast.SystemAdmin,
            (DisableAccount u) => u.ExecuteAsync(new(created.AccountId, "（示例）"), Ct)
        );

        await world.Portal.AsJobAsync("发信", (SendOutbox u) => u.ExecuteAsync(Ct));

        Assert.Empty(_mails.EnumerateFiles());
        var mail = await world.BehindTheDoorAsync(db => db.OutboxMessages.SingleAsync(Ct));
        Assert.Null(mail.SentAt);
        Assert.Equal(SendOutbox.MaxAttempts, mail.Attempts);
    }

    private async Task<World> WithMailAsync(DatabaseProvider provider)
    {
        var world = await databases.CreateWorldAsync(
            provider,
            s => s.AddPilotMail(new MailOptions { Folder = _mails.FullName }, Address)
        );
        // What the world's own acts left waiting.
        await world.ExecuteSqlAsync("DELETE FROM \"OutboxMessages\"");
        return world;
    }

    private static Task<CreateAccount.View> CreateAsync(World world, string? email) =>
        world.MustAsync(
            world.Cast.SystemAdmin,
            (CreateAccount u) =>
                u.ExecuteAsync(
                    new()
                    {
                        UserName = "drafter.new",
                        DisplayName = "新起草（示例）",
                        Email = email,
                        Role = Role.Drafter,
                        OrganizationId = world.Cast.A[0].OrganizationId,
                    },
                    Ct
                )
        );

    private static async Task<GivenLink> ResetAsync(World world, Guid account) =>
        (
            await world.MustAsync(
                world.Cast.SystemAdmin,
                (ResetPassword u) => u.ExecuteAsync(new(account, "（示例）本人申请。"), Ct)
            )
        ).Link!;

    private static Task<Result<DocumentFile>> IssueAsync(World world, GivenLink link) =>
        world.AsAsync(
            world.Cast.SystemAdmin,
            (IssuePasswordLetter u) => u.ExecuteAsync(new(link.LinkId), Ct)
        );

    private static async Task<string> PrintedCodeAsync(World world, GivenLink link)
    {
        using var pdf = PdfTools.Of((await IssueAsync(world, link)).Value.Content);
        return Code().Match(await pdf.TextAsync()).Value;
    }

    private async Task<string> SentCodeAsync(World world)
    {
        await world.Portal.AsJobAsync("发信", (SendOutbox u) => u.ExecuteAsync(Ct));
        foreach (var file in _mails.EnumerateFiles())
        {
            using var message = await MimeMessage.LoadAsync(file.FullName, Ct);
            if (message.TextBody!.Contains($"{Address}/account/open", StringComparison.Ordinal))
            {
                return Code().Match(message.TextBody).Value;
            }
        }

        throw new InvalidOperationException("No mail with a link was sent.");
    }

    private static async Task<string?> OpenAsync(
        World world,
        string name,
        string code,
        string password = Chosen
    ) =>
        (
            await world.Portal.AsJobAsync(
                RecordSignIn.Job,
                (SetPasswordByLink u) => u.ExecuteAsync(new(name, code, password, "192.0.2.1"), Ct)
            )
        )
            .Refusal
            ?.Code;

    private static Task<string> NameAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
            db.Accounts.Where(a => a.Id == account).Select(a => a.UserName!).SingleAsync(Ct)
        );

    private static Task<string?> CodeHashAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
            db.PasswordLinks.Where(l => l.AccountId == account)
                .Select(l => l.CodeSha256)
                .SingleAsync(Ct)
        );

    private static Task<bool> IsPasswordAsync(World world, Guid account, string password) =>
        world.BehindTheDoorAsync(async db =>
        {
            var row = await db.Accounts.SingleAsync(a => a.Id == account, Ct);
            return new PasswordHasher<Account>().VerifyHashedPassword(
                    row,
                    row.PasswordHash!,
                    password
                ) != PasswordVerificationResult.Failed;
        });

    private static Task<int> LayPasswordAsync(World world, Guid account, string password) =>
        world.BehindTheDoorAsync(async db =>
        {
            var row = await db.Accounts.SingleAsync(a => a.Id == account, Ct);
            row.PasswordHash = new PasswordHasher<Account>().HashPassword(row, password);
            return await db.SaveChangesAsync(Ct);
        });

    private static Task<int> SetMailAsync(World world, Guid account, bool confirmed) =>
        world.BehindTheDoorAsync(async db =>
        {
            var row = await db.Accounts.SingleAsync(a => a.Id == account, Ct);
            (row.Email, row.EmailConfirmed) = ("wei@example.cn", confirmed);
            return await db.SaveChangesAsync(Ct);
        });

    [GeneratedRegex("[A-Z2-9]{5}(?:-[A-Z2-9]{5}){3}")]
    private static partial Regex Code();
}
