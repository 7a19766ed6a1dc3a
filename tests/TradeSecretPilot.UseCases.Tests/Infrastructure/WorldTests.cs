using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

public sealed class WorldTests(TestDatabases databases)
{
    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task CreateWorld_EveryStageOnce_AndAValidChain(DatabaseProvider provider)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var world = await databases.CreateWorldAsync(provider);

        var stages = await world.BehindTheDoorAsync(db =>
            db.Batches.OrderBy(b => b.Number).Select(b => b.Stage).ToListAsync(ct)
        );
        var audit = await world.AsAsync(
            world.Cast.AuditAdmin,
            (VerifyAudit u) => u.ExecuteAsync(ct)
        );

        Assert.Equal(
            [
                BatchStage.Running,
                BatchStage.Decided,
                BatchStage.Selecting,
                BatchStage.Appraising,
                BatchStage.Open,
                BatchStage.Preparing,
            ],
            stages
        );
        Assert.True(audit.Verification.IsValid, audit.Verification.Problem);
    }
}
