using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Organizations;

/// <summary>A session is a row: what ends it ends every act in it, at the door.</summary>
public sealed class SessionTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Act_InASession_UntilItEnds(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (account, session) = await BeginAsync(world);
        Assert.NotNull(await ActAsync(world, account, session));

        await Store(world).EndAsync(session, SessionEnd.SignedOut, Ct);

        await Assert.ThrowsAsync<PermissionDeniedException>(() =>
            ActAsync(world, account, session)
        );
        Assert.False(await Store(world).LastsAsync(account, session, Ct));
        // Another session of the same account goes on.
        var (_, other) = await BeginAsync(world);
        Assert.NotNull(await ActAsync(world, account, other));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Act_AfterThePasswordIsReset_IsDenied(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (account, session) = await BeginAsync(world);

        await world.MustAsync(
            world.Cast.SystemAdmin,
            (ResetPassword u) => u.ExecuteAsync(new(account, "（示例）本人申请。"), Ct)
        );

        await Assert.ThrowsAsync<PermissionDeniedException>(() =>
            ActAsync(world, account, session)
        );
        Assert.Empty(await Store(world).LastingAsync([session], Ct));
    }

    /// <summary>Every act that ends an account's sessions, and what they are told.</summary>
    public static TheoryData<DatabaseProvider, SessionEnd> Endings { get; } =
        new MatrixTheoryData<DatabaseProvider, SessionEnd>(
            [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql],
            [
                SessionEnd.PasswordChanged,
                SessionEnd.PasswordReset,
                SessionEnd.Locked,
                SessionEnd.Disabled,
                SessionEnd.SecondFactorChanged,
                SessionEnd.SecondFactorReset,
            ]
        );

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Sessions_AfterEachActThatEndsThem_EndWithTheirReason(
        DatabaseProvider provider,
        SessionEnd end
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        if (end == SessionEnd.SecondFactorReset)
        {
            await ChangeAsync(world, SessionEnd.SecondFactorChanged);
        }

        var (account, here) = await BeginAsync(world);
        var (_, there) = await BeginAsync(world);
        var stranger = world.Cast.A[1].Drafter;
        var foreign = await Store(world)
            .BeginAsync(stranger, await StampAsync(world, stranger), null, null, Ct);

        await ChangeAsync(world, end);

        await Assert.ThrowsAsync<PermissionDeniedException>(() => ActAsync(world, account, here));
        Assert.Equal([foreign], await Store(world).LastingAsync([here, there, foreign], Ct));
        Assert.Equal(
            new Dictionary<Guid, SessionEnd> { [here] = end, [there] = end },
            await Store(world).ReasonsAsync([here, there], Ct)
        );
        // Written, and not only inferred from the stamp.
        Assert.Equal(
            2,
            await world.BehindTheDoorAsync(db =>
                db.AccountSessions.CountAsync(
                    s => (s.Id == here || s.Id == there) && s.EndedAt != null && s.End == end,
                    Ct
                )
            )
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sessions_AfterAnActThatIsRefused_Last(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (account, session) = await BeginAsync(world);

        var refused = await world.AsAsync(
            world.Cast.SecurityAdmin,
            (LockAccount u) => u.ExecuteAsync(new(account, ""), Ct)
        );

        Assert.NotNull(refused.Refusal);
        Assert.True(await Store(world).LastsAsync(account, session, Ct));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Act_InTheSessionOfAnother_IsDenied(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (_, session) = await BeginAsync(world);

        await Assert.ThrowsAsync<PermissionDeniedException>(() =>
            ActAsync(world, world.Cast.A[1].Drafter, session)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task EndOthers_KeepsTheOneThatAsks_AndNobodyElses(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (account, here) = await BeginAsync(world);
        var (_, there) = await BeginAsync(world);
        var stranger = world.Cast.A[1].Drafter;
        var foreign = await Store(world)
            .BeginAsync(stranger, await StampAsync(world, stranger), null, null, Ct);
        Assert.Equal(
            [(here, true), (there, false)],
            (await ListAsync(world, account, here))
                .Select(r => (r.Id, r.IsThis))
                .OrderByDescending(r => r.IsThis)
        );

        var foreignEnded = await InSessionAsync(
            world,
            account,
            here,
            (EndSession u) => u.ExecuteAsync(new(foreign), Ct)
        );
        var ended = await InSessionAsync(
            world,
            account,
            here,
            (EndSession u) => u.ExecuteAsync(new((Guid?)null), Ct)
        );

        Assert.Equal("Account.SessionNotFound", foreignEnded.Refusal?.Code);
        Assert.Null(ended.Refusal);
        Assert.Equal(
            new HashSet<Guid> { here, foreign },
            await Store(world).LastingAsync([here, there, foreign], Ct)
        );
        Assert.Equal(
            1,
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.CountAsync(e => e.Act == "SignIn.Ended", Ct)
            )
        );
    }

    /// <summary>Does to the first drafter what ends a session so.</summary>
    private static async Task ChangeAsync(World world, SessionEnd end)
    {
        const string Reason = "（示例）本人申请。";
        var account = world.Cast.A[0].Drafter;
        switch (end)
        {
            case SessionEnd.PasswordReset:
                await world.MustAsync(
                    world.Cast.SystemAdmin,
                    (ResetPassword u) => u.ExecuteAsync(new(account, Reason), Ct)
                );
                break;
            case SessionEnd.Disabled:
                await world.MustAsync(
                    world.Cast.SystemAdmin,
                    (DisableAccount u) => u.ExecuteAsync(new(account, Reason), Ct)
                );
                break;
            case SessionEnd.Locked:
                await world.MustAsync(
                    world.Cast.SecurityAdmin,
                    (LockAccount u) => u.ExecuteAsync(new(account, Reason), Ct)
                );
                break;
            case SessionEnd.SecondFactorReset:
                await world.MustAsync(
                    world.Cast.SecurityAdmin,
                    (ResetTwoFactor u) => u.ExecuteAsync(new(account, Reason), Ct)
                );
                break;
            default:
                await ChangeOwnAsync(world, account, end);
                break;
        }
    }

    /// <summary>As the pages of the own account do.</summary>
    private static async Task ChangeOwnAsync(World world, Guid account, SessionEnd end)
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var own = (await users.FindByIdAsync($"{account}"))!;
        own.Ending = end;
        var changed =
            end == SessionEnd.SecondFactorChanged
                ? await users.SetTwoFactorEnabledAsync(own, true)
                : await ChangePasswordAsync(users, own);
        Assert.True(changed.Succeeded, changed.ToString());
    }

    private static async Task<IdentityResult> ChangePasswordAsync(
        UserManager<Account> users,
        Account own
    )
    {
        await users.RemovePasswordAsync(own);
        return await users.AddPasswordAsync(own, "Shili-Mima-2026!");
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task EndOne_EndsThatOneAlone_AndSaysWho(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (account, here) = await BeginAsync(world);
        var (_, one) = await BeginAsync(world);
        var (_, other) = await BeginAsync(world);

        var ended = await InSessionAsync(
            world,
            account,
            here,
            (EndSession u) => u.ExecuteAsync(new(one), Ct)
        );

        Assert.Null(ended.Refusal);
        Assert.Equal(
            new HashSet<Guid> { here, other },
            await Store(world).LastingAsync([here, one, other], Ct)
        );
        Assert.Equal(SessionEnd.EndedByOwner, (await Store(world).ReasonsAsync([one], Ct))[one]);
    }

    private static SessionStore Store(World world) =>
        world.Portal.Services.GetRequiredService<SessionStore>();

    private static async Task<(Guid Account, Guid Session)> BeginAsync(World world)
    {
        var account = world.Cast.A[0].Drafter;
        return (
            account,
            await Store(world)
                .BeginAsync(
                    account,
                    await StampAsync(world, account),
                    "Mozilla/5.0 (Windows NT 10.0) Edg/147.0",
                    "203.0.113.7",
                    Ct
                )
        );
    }

    private static async Task<string> StampAsync(World world, Guid account) =>
        (
            await world.BehindTheDoorAsync(db =>
                db.Accounts.Where(a => a.Id == account).Select(a => a.SecurityStamp).SingleAsync(Ct)
            )
        )!;

    private static Task<IReadOnlyList<ListSessions.Row>> ListAsync(
        World world,
        Guid account,
        Guid session
    ) => InSessionAsync(world, account, session, (ListSessions u) => u.ExecuteAsync(Ct));

    private static Task<GetShell.View> ActAsync(World world, Guid account, Guid session) =>
        InSessionAsync(world, account, session, (GetShell u) => u.ExecuteAsync(Ct));

    private static async Task<T> InSessionAsync<TUseCase, T>(
        World world,
        Guid account,
        Guid session,
        Func<TUseCase, Task<T>> act
    )
        where TUseCase : notnull
    {
        await using var scope = world.Portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsAccount(account, session);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
