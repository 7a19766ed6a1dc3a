using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>A first password from an administrator opens no act at all, whichever way it is reached.</summary>
public sealed class FirstPasswordTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task EveryUseCase_BeforeTheFirstPasswordIsChanged_Denied(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await world.BehindTheDoorAsync(async db =>
        {
            foreach (var account in await db.Accounts.ToListAsync(Ct))
            {
                account.MustChangePassword = true;
            }

            return await db.SaveChangesAsync(Ct);
        });
        var before = await world.TracesAsync();
        var let = new List<string>();
        // What anybody may read, they may read too.
        var closed = UseCaseTable
            .Rows.Where(r => !r.Holders.HasFlag(Who.Public) && r.Holders != Who.Job)
            .ToList();
        foreach (var row in closed)
        {
            foreach (var caller in row.Holders.Members().Where(w => w != Who.Job))
            {
                try
                {
                    await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
                    let.Add($"{row} as {caller}");
                }
                catch (PermissionDeniedException)
                {
                    // As it must be.
                }
            }
        }

        Assert.InRange(closed.Count, 80, 400);
        Findings.None(let);
        Assert.Equal(before, await world.TracesAsync());
    }
}
