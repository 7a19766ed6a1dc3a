using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Batches;

/// <summary>A batch whose preparation is given up leaves nothing but its entries in the trail, which stays whole.</summary>
public sealed class DiscardBatchTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Discard_BatchInPreparation_IsGone_ItsNumberFree_AndTheTrailWhole(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (batch, group) = (world.Cast.Preparing, world.Cast.WorkingGroup);
        var others = (await ListAsync(world)).Where(b => b.Id != batch).Select(b => b.Id).ToList();

        var done = await world.AsAsync(
            group,
            (DiscardBatch u) => u.ExecuteAsync(new(batch, Seen.Present), Ct)
        );

        Assert.Null(done.Refusal);
        Assert.Equal(others, (await ListAsync(world)).Select(b => b.Id));
        Assert.Equal(
            ["Batch.Created", "Batch.Discarded"],
            await world.BehindTheDoorAsync(db =>
                db.RecordEvents.IgnoreQueryFilters()
                    .Where(e => e.SubjectId == batch)
                    .OrderBy(e => e.Id)
                    .Select(e => e.Act)
                    .ToListAsync(Ct)
            )
        );
        var again = await world.AsAsync(
            group,
            (CreateBatch u) =>
                u.ExecuteAsync(
                    WorldBuilder.Settings(
                        6,
                        new(2023, 3, 2),
                        new(2023, 4, 30),
                        new(2023, 5, 31),
                        new(2023, 7, 1)
                    ),
                    Ct
                )
        );
        Assert.Null(again.Refusal);
        var check = await world.AsAsync(
            world.Cast.AuditAdmin,
            (VerifyAudit u) => u.ExecuteAsync(Ct)
        );
        Assert.True(check.Verification.IsValid, check.Verification.Problem);
    }

    private static Task<IReadOnlyList<UseCases.Workflow.BatchView>> ListAsync(World world) =>
        world.AsAsync(world.Cast.WorkingGroup, (ListBatches u) => u.ExecuteAsync(Ct));
}
