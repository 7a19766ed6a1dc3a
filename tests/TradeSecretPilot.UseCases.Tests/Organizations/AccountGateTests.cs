using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Organizations;

/// <summary>What an account has to do first is asked at the one door: nothing opens before it.</summary>
public sealed class AccountGateTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Act_OfARoleThatNeedsASecondFactor_OpensWithOne(DatabaseProvider provider)
    {
        await using var world = await WorldAsync(provider, Role.SecurityAdmin);
        var account = world.Cast.SecurityAdmin;

        await Assert.ThrowsAsync<PermissionDeniedException>(() => ActAsync(world, account));
        Assert.Equal(AccountGate.SecondFactor, await GateAsync(world, account));
        // Other roles are free of it.
        await ActAsync(world, world.Cast.SystemAdmin);

        await SetAsync(world, account, a => a.TwoFactorEnabled = true);

        await ActAsync(world, account);
        Assert.Null(await GateAsync(world, account));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Act_AfterTheSecondFactorIsReset_WaitsForAnother_WhateverTheRole(
        DatabaseProvider provider
    )
    {
        await using var world = await WorldAsync(provider, Role.SecurityAdmin);
        var account = world.Cast.A[0].Drafter;
        await ActAsync(world, account);
        await SetAsync(world, account, a => a.TwoFactorEnabled = true);
        await AddPasskeyAsync(world, account);

        await world.MustAsync(
            world.Cast.SecurityAdmin,
            (ResetTwoFactor u) => u.ExecuteAsync(new(account, "（示例）手机遗失。"), Ct)
        );

        await Assert.ThrowsAsync<PermissionDeniedException>(() => ActAsync(world, account));
        Assert.Equal(AccountGate.SecondFactor, await GateAsync(world, account));
        Assert.False(
            await world.BehindTheDoorAsync(db =>
                db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == account, Ct)
            )
        );
        await SetAsync(world, account, a => a.TwoFactorEnabled = true);
        await ActAsync(world, account);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Act_WithAFirstPassword_WaitsForAnother(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var account = world.Cast.A[0].Drafter;

        await SetAsync(world, account, a => a.MustChangePassword = true);

        await Assert.ThrowsAsync<PermissionDeniedException>(() => ActAsync(world, account));
        Assert.Equal(AccountGate.FirstPassword, await GateAsync(world, account));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gate_WhereNobodyNeedsOne_IsNone(bool mustSet) =>
        Assert.Null(SecondFactorPolicy.Off.GateOf(Role.SystemAdmin, false, mustSet, false));

    [Fact]
    public void Default_TheThreeAdministratorsAndTheLead() =>
        Assert.Equal(
            new HashSet<Role>
            {
                Role.SystemAdmin,
                Role.SecurityAdmin,
                Role.AuditAdmin,
                Role.WorkingGroupLead,
            },
            SecondFactorPolicy.Default
        );

    private async Task<World> WorldAsync(DatabaseProvider provider, Role required) =>
        await databases.CreateWorldAsync(
            provider,
            services => services.AddSingleton(SecondFactorPolicy.For([required]))
        );

    private static Task<int> SetAsync(World world, Guid account, Action<Account> set) =>
        world.BehindTheDoorAsync(async db =>
        {
            set(await db.Accounts.SingleAsync(a => a.Id == account, Ct));
            return await db.SaveChangesAsync(Ct);
        });

    private static Task<int> AddPasskeyAsync(World world, Guid account) =>
        world.BehindTheDoorAsync(db =>
        {
            db.Add(
                new IdentityUserPasskey<Guid>
                {
                    UserId = account,
                    CredentialId = [1, 2, 3],
                    Data = new()
                    {
                        PublicKey = [1],
                        AttestationObject = [1],
                        ClientDataJson = [1],
                        Name = "示例",
                    },
                }
            );
            return db.SaveChangesAsync(Ct);
        });

    private static async Task<AccountGate?> GateAsync(World world, Guid account)
    {
        var session = await BeginAsync(world, account);
        return (await Store(world).FindAsync(account, session, Ct))!.Gate;
    }

    private static async Task<GetShell.View> ActAsync(World world, Guid account)
    {
        var session = await BeginAsync(world, account);
        await using var scope = world.Portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsAccount(account, session);
        return await scope.ServiceProvider.GetRequiredService<GetShell>().ExecuteAsync(Ct);
    }

    private static async Task<Guid> BeginAsync(World world, Guid account)
    {
        var stamp = await world.BehindTheDoorAsync(db =>
            db.Accounts.Where(a => a.Id == account).Select(a => a.SecurityStamp).SingleAsync(Ct)
        );
        return await Store(world).BeginAsync(account, stamp!, null, null, Ct);
    }

    private static SessionStore Store(World world) =>
        world.Portal.Services.GetRequiredService<SessionStore>();
}
