using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>At an upgrade the entries of before are checked by the rules of before, sealed, and never sealed twice.</summary>
public sealed class SealAuditTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Seal_TrailOfBefore_Sealed_Recorded_AndValid_Once(DatabaseProvider provider)
    {
        await using var world = await BeforeAsync(provider);
        var entries = (await world.TracesAsync()).AuditSequence;

        var done = await SealAsync(world);

        Assert.Null(done.Problem);
        Assert.Equal(entries, done.Sealed);
        var found = await VerifyAsync(world);
        Assert.True(found.IsValid, $"{found.FirstBad} {found.Problem}");
        Assert.True(found.Rows > 100, $"{found.Rows} rows");
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.AnyAsync(e => e.Act == "Audit.Sealed" && e.Rows != null, Ct)
            )
        );
        var after = await world.TracesAsync();
        Assert.Equal(0, (await SealAsync(world)).Sealed);
        Assert.Equal(after, await world.TracesAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Seal_BrokenTrailOfBefore_IsNotSealed_AndTold(DatabaseProvider provider)
    {
        await using var world = await BeforeAsync(provider);
        await world.ExecuteSqlAsync(
            "UPDATE \"AuditEntries\" SET \"Note\" = 'x' WHERE \"Sequence\" = 40"
        );

        var done = await SealAsync(world);

        Assert.Equal(0, done.Sealed);
        Assert.Equal(40, done.Problem?.Sequence);
        Assert.False(
            await world.BehindTheDoorAsync(db =>
                db.AuditEntries.AnyAsync(e => e.Sequence <= 40 && e.Seal != null, Ct)
            )
        );
        Assert.True(
            await world.BehindTheDoorAsync(db =>
                db.Notices.AnyAsync(
                    n => n.AccountId == world.Cast.AuditAdmin && n.Zh.Contains("第40条"),
                    Ct
                )
            )
        );
    }

    /// <summary>A forged trail without seals must not be sealed by the next start.</summary>
    [Fact]
    public async Task Seal_TrailThatWasSealed_IsNotSealedAgain()
    {
        await using var world = await BeforeAsync(DatabaseProvider.Sqlite);
        await SealAsync(world);
        await world.Portal.AsJobAsync(AnchorAudit.Job, (AnchorAudit u) => u.ExecuteAsync(Ct));
        await world.ExecuteSqlAsync(
            "UPDATE \"AuditEntries\" SET \"Seal\" = NULL, \"SealKeyId\" = NULL; DELETE FROM \"AuditAnchors\""
        );

        var done = await SealAsync(world);

        Assert.Equal(0, done.Sealed);
        Assert.Equal(1, done.Problem?.Sequence);
        Assert.False((await VerifyAsync(world)).IsValid);
    }

    /// <summary>The world as a version without marks, seals and anchors would have left it.</summary>
    private async Task<World> BeforeAsync(DatabaseProvider provider)
    {
        var world = await databases.CreateWorldAsync(provider);
        await world.ExecuteSqlAsync(
            $"""
            DELETE FROM "AuditAnchors";
            UPDATE "AuditEntries" SET "CommitId" = '{Guid.Empty}', "Ordinal" = 0, "Rows" = NULL, "ReceiptSha256" = NULL,
                "KeyId" = NULL, "Mac" = NULL, "SealKeyId" = NULL, "Seal" = NULL
            """
        );
        await world.BehindTheDoorAsync(async db =>
        {
            var previous = AuditEntry.Origin;
            foreach (var entry in await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync(Ct))
            {
                var row = db.Entry(entry);
                row.Property(e => e.PreviousHash).CurrentValue = previous;
                row.Property(e => e.Hash).CurrentValue = entry.ComputeHash();
                previous = entry.Hash;
            }

            (await db.AuditHeads.SingleAsync(Ct)).Hash = previous;
            return await db.SaveChangesAsync(Ct);
        });
        return world;
    }

    private static Task<SealAudit.View> SealAsync(World world) =>
        world.Portal.AsJobAsync(SealAudit.Job, (SealAudit u) => u.ExecuteAsync(Ct));

    private static async Task<AuditVerification> VerifyAsync(World world) =>
        (
            await world.AsAsync(world.Cast.AuditAdmin, (VerifyAudit u) => u.ExecuteAsync(Ct))
        ).Verification;
}
