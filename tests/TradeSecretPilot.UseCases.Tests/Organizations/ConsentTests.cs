using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Organizations;

/// <summary>Acts on privileged accounts take two administrators, whatever the role and the act.</summary>
public sealed class ConsentTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider, Role> Roles
    {
        get
        {
            var data = new TheoryData<DatabaseProvider, Role>();
            foreach (var role in Enum.GetValues<Role>())
            {
                data.Add(DatabaseProvider.Sqlite, role);
            }

            data.Add(DatabaseProvider.PostgreSql, Role.WorkingGroupLead);
            data.Add(DatabaseProvider.PostgreSql, Role.Drafter);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Create_OfEveryRole_WaitsExactlyWherePrivileged(
        DatabaseProvider provider,
        Role role
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);

        var asked = await CreateAsync(world, role);

        Assert.Equal(role.IsPrivileged(), asked.Value.ConsentUntil is not null);
        Assert.Equal(role.IsPrivileged(), asked.Value.Link is null);
        Assert.Equal(!role.IsPrivileged(), await ExistsAsync(world, "new.account"));
        if (!role.IsPrivileged())
        {
            return;
        }

        // It is the task of those who may consent, and not of the one who asked.
        Assert.Equal(1, await TasksAsync(world, world.Cast.SecurityAdmin));
        Assert.Equal(0, await TasksAsync(world, world.Cast.SystemAdmin));
        var row = await OnlyAsync(world);

        var own = await ApproveAsync(world, world.Cast.SystemAdmin, row);
        Assert.Equal("Consent.OwnRequest", own.Refusal!.Code);
        var done = await ApproveAsync(world, world.Cast.SecurityAdmin, row);

        Assert.NotNull(done.Value.Link);
        var made = await world.BehindTheDoorAsync(db =>
            db.Accounts.SingleAsync(a => a.UserName == "new.account", Ct)
        );
        Assert.Equal(
            (asked.Value.AccountId, role, (Guid?)world.Cast.SystemAdmin),
            (made.Id, made.Role, made.CreatedById)
        );
        Assert.Equal(
            ["Consent.Asked", "Consent.Given", "Account.Created"],
            await ActsAsync(world, made.Id)
        );
        Assert.Equal(0, await TasksAsync(world, world.Cast.SecurityAdmin));
        Assert.Equal(
            "Consent.Decided",
            (await ApproveAsync(world, world.Cast.SecurityAdmin, row)).Refusal!.Code
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Reset_OfALead_ChangesNothingUntilAnotherConsents(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await StampAsync(world, world.Cast.Lead);

        var asked = await ResetAsync(world, world.Cast.Lead);

        Assert.Null(asked.Value.Link);
        Assert.Equal(before, await StampAsync(world, world.Cast.Lead));
        Assert.Equal(
            "Consent.AskedAlready",
            (await ResetAsync(world, world.Cast.Lead)).Refusal!.Code
        );

        var done = await ApproveAsync(world, world.Cast.SecurityAdmin, await OnlyAsync(world));

        Assert.NotNull(done.Value.Link);
        Assert.NotEqual(before, await StampAsync(world, world.Cast.Lead));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Enable_OfAnApprover_NeedsConsent(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var approver = world.Cast.A[0].Approver;
        await world.MustAsync(
            world.Cast.SystemAdmin,
            (DisableAccount u) => u.ExecuteAsync(new(approver, "（示例）"), Ct)
        );

        var asked = await world.MustAsync(
            world.Cast.SystemAdmin,
            (EnableAccount u) => u.ExecuteAsync(new(approver), Ct)
        );

        Assert.NotNull(asked.ConsentUntil);
        Assert.True(await IsDisabledAsync(world, approver));
        await ApproveAsync(world, world.Cast.SecurityAdmin, await OnlyAsync(world));
        Assert.False(await IsDisabledAsync(world, approver));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Refused_Withdrawn_Late_NothingIsDone(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await StampAsync(world, world.Cast.Lead);
        await ResetAsync(world, world.Cast.Lead);
        await RefuseAsync(world, world.Cast.SecurityAdmin, await OnlyAsync(world));
        Assert.Contains(
            await NoticesAsync(world, world.Cast.SystemAdmin),
            n => n.Contains("不同意", StringComparison.Ordinal)
        );

        await ResetAsync(world, world.Cast.Lead);
        await RefuseAsync(world, world.Cast.SystemAdmin, await OnlyAsync(world));

        await ResetAsync(world, world.Cast.Lead);
        var late = await OnlyAsync(world);
        world.Portal.Clock.Set(world.Portal.Clock.GetUtcNow() + ConsentRequest.Lasts);
        Assert.Equal(
            "Consent.Expired",
            (await ApproveAsync(world, world.Cast.SecurityAdmin, late)).Refusal!.Code
        );

        Assert.Equal(before, await StampAsync(world, world.Cast.Lead));
        Assert.Equal(
            [ConsentStatus.Open, ConsentStatus.Refused, ConsentStatus.Withdrawn],
            (
                await world.BehindTheDoorAsync(db =>
                    db.ConsentRequests.Select(r => r.Status).ToListAsync(Ct)
                )
            ).Order()
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Consent_AboutOneself_IsRefused(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        // Another one could consent, so that it may be asked.
        await LayAsync(world, "sysadmin.2", Role.SystemAdmin);
        await ResetAsync(world, world.Cast.SecurityAdmin);

        var own = await ApproveAsync(world, world.Cast.SecurityAdmin, await OnlyAsync(world));

        Assert.Equal("Consent.OwnAccount", own.Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Nobody_ElseThere_SaysHowToGoOn(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await world.MustAsync(
            world.Cast.SystemAdmin,
            (DisableAccount u) => u.ExecuteAsync(new(world.Cast.SecurityAdmin, "（示例）"), Ct)
        );

        Assert.Equal(
            "Consent.NobodyElse",
            (await ResetAsync(world, world.Cast.Lead)).Refusal!.Code
        );

        // The server puts one back where none of a kind is left, and only there.
        var back = await world.Portal.AsJobAsync(
            "安装",
            (CreateFirstAdministrator u) =>
                u.ExecuteAsync(new("security.2", "安全（示例）", Role: Role.SecurityAdmin), Ct)
        );
        Assert.NotNull(back.Value.OneTimePassword);
        Assert.NotNull((await ResetAsync(world, world.Cast.Lead)).Value.ConsentUntil);
        Assert.Equal(
            "Account.AdministratorExists",
            (
                await world.Portal.AsJobAsync(
                    "安装",
                    (CreateFirstAdministrator u) =>
                        u.ExecuteAsync(new("audit.2", "审计（示例）", Role: Role.AuditAdmin), Ct)
                )
            )
                .Refusal!
                .Code
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task SoleAdministrator_WhoLostThePassword_IsHelpedFromTheServer(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var second = await world.Portal.AsJobAsync(
            "安装",
            (CreateFirstAdministrator u) =>
                u.ExecuteAsync(new("sysadmin.2", "系统（示例）", Another: true), Ct)
        );

        var asked = await world.AsAsync(
            second.Value.AccountId,
            (ResetPassword u) =>
                u.ExecuteAsync(new(world.Cast.SystemAdmin, "（示例）本人忘记密码。"), Ct)
        );

        Assert.NotNull(asked.Value.ConsentUntil);
        var done = await ApproveAsync(world, world.Cast.SecurityAdmin, await OnlyAsync(world));
        Assert.NotNull(done.Value.Link);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Administrators_OfOneKind_NotCreatedByTheMakerOfAnother(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await CreateAsync(world, Role.AuditAdmin);
        // Already while it waits, and once it is done.
        foreach (var decide in new[] { false, true })
        {
            if (decide)
            {
                await ApproveAsync(world, world.Cast.SecurityAdmin, await OnlyAsync(world));
            }

            foreach (var role in RoleExtensions.Administrators)
            {
                var again = await CreateAsync(world, role, $"new.{role}.{decide}");
                Assert.Equal(
                    role == Role.AuditAdmin ? null : "Account.OtherKind",
                    again.Refusal?.Code
                );
            }
        }

        // Another administrator may.
        var other = await LayAsync(world, "sysadmin.2", Role.SystemAdmin);
        Assert.Null((await CreateAsync(world, Role.SecurityAdmin, "new.security", other)).Refusal);
    }

    private static Task<Result<CreateAccount.View>> CreateAsync(
        World world,
        Role role,
        string name = "new.account",
        Guid? by = null
    ) =>
        world.AsAsync(
            by ?? world.Cast.SystemAdmin,
            async (CreateAccount u) =>
                await u.ExecuteAsync(
                    new()
                    {
                        UserName = name,
                        DisplayName = "新账号（示例）",
                        Role = role,
                        OrganizationId = await OrganizationAsync(world, role),
                        ExpertUnit = "示例大学",
                        ExpertSpecialty = "商业秘密",
                    },
                    Ct
                )
        );

    private static async Task<Guid?> OrganizationAsync(World world, Role role) =>
        role.Organization() is { } kind
            ? await world.BehindTheDoorAsync(db =>
                db.Organizations.Where(o => o.Kind == kind).Select(o => o.Id).FirstAsync(Ct)
            )
            : null;

    private static Task<Result<ResetPassword.View>> ResetAsync(World world, Guid account) =>
        world.AsAsync(
            world.Cast.SystemAdmin,
            (ResetPassword u) => u.ExecuteAsync(new(account, "（示例）本人申请。"), Ct)
        );

    private static async Task<ListConsents.Row> OnlyAsync(World world) =>
        (
            await world.AsAsync(
                world.Cast.SecurityAdmin,
                (ListConsents u) => u.ExecuteAsync(new(OpenOnly: true), Ct)
            )
        ).Items[0];

    private static Task<Result<ApproveConsent.View>> ApproveAsync(
        World world,
        Guid by,
        ListConsents.Row row
    ) =>
        world.AsAsync(
            by,
            (ApproveConsent u) => u.ExecuteAsync(new(row.RequestId, row.Version), Ct)
        );

    private static Task RefuseAsync(World world, Guid by, ListConsents.Row row) =>
        world.MustAsync(
            by,
            (RefuseConsent u) =>
                u.ExecuteAsync(new(row.RequestId, "（示例）未核实。", row.Version), Ct)
        );

    private static async Task<int> TasksAsync(World world, Guid account) =>
        (await world.AsAsync(account, (ListTasks u) => u.ExecuteAsync(Ct))).Tasks.Count(t =>
            t.Kind == TaskKind.DecideConsent
        );

    private static Task<bool> ExistsAsync(World world, string name) =>
        world.BehindTheDoorAsync(db => db.Accounts.AnyAsync(a => a.UserName == name, Ct));

    private static Task<bool> IsDisabledAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
            db.Accounts.AnyAsync(a => a.Id == account && a.DisabledAt != null, Ct)
        );

    private static Task<string?> StampAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
            db.Accounts.Where(a => a.Id == account).Select(a => a.SecurityStamp).SingleAsync(Ct)
        );

    private static Task<List<string>> NoticesAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
            db.Notices.Where(n => n.AccountId == account).Select(n => n.Zh).ToListAsync(Ct)
        );

    private static Task<List<string>> ActsAsync(World world, Guid subject) =>
        world.BehindTheDoorAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == subject)
                .OrderBy(e => e.Sequence)
                .Select(e => e.Act)
                .ToListAsync(Ct)
        );

    /// <summary>An account as the server creates it.</summary>
    private static async Task<Guid> LayAsync(World world, string name, Role role) => (
            await world.Portal.AsJobAsync(
                "准备",
                (CreateAccount u) =>
                    u.ExecuteAsync(
                        new()
                        {
                            UserName = name,
                            DisplayName = "管理员（示例）",
                            Role = role,
                            Password = "Shili-Mima-2022!",
                        },
                        Ct
                    )
            )
        ).Value.AccountId;
}
