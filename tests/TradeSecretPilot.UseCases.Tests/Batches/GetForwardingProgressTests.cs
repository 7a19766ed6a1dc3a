using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.SealedCopies;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Batches;

/// <summary>Counts by province of one batch among six, against numbers worked out by hand.</summary>
public sealed class GetForwardingProgressTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Progress_BatchUnderReview_CountsWhatWasSubmittedByProvince(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        // A6 submits too, and B1 is recommended; the drafts of A1 and B2 are nobody's business.
        var submitted = cast.Application(cast.Open, cast.A[1]);
        await world.CopyAsync<Application>(
            a => a.Id == submitted,
            v =>
                (v["OrganizationId"], v["RegionName"], v["Number"]) = (
                    cast.A[5].OrganizationId,
                    cast.A[5].RegionName,
                    "申-示例-壬"
                )
        );
        var reviewed = cast.Application(cast.Open, cast.B[0]);
        await world.SetAsync<Application>(
            a => a.Id == reviewed,
            v => v["Status"] = ApplicationStatus.Recommended
        );

        var rows = await ReadAsync(world, cast.Open);

        Assert.Equal((2, 1, 1, 1, 0), Counts(rows[WorldBuilder.ProvinceA]));
        Assert.Equal((0, 0, 2, 0, 0), Counts(rows[WorldBuilder.ProvinceB]));
        // Every province was called upon, and no other one has anything.
        Assert.Equal(32, rows.Count);
        Assert.Equal(
            7,
            rows.Values.Sum(r => r.Submitted + r.Returned + r.Recommended + r.Declined)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Progress_ForwardedBatches_EachWithItsOwnLetters(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var call = await world.BehindTheDoorAsync(db =>
            Task.FromResult(
                db.ProvincialCalls.Single(c =>
                    c.BatchId == cast.Running && c.ProvinceCode == WorldBuilder.ProvinceA
                ).Id
            )
        );
        var earlier = cast.SealedCopies[call];
        var later = await world.CopyAsync<SealedCopy>(
            s => s.Id == earlier,
            v => (v["UploadedAt"], v["FileSha256"]) = (WorldBuilder.Now, new string('a', 64))
        );

        var running = await ReadAsync(world, cast.Running);
        var decided = await ReadAsync(world, cast.Decided);
        var preparing = await ReadAsync(world, cast.Preparing);

        Assert.Equal((0, 0, 0, 0, 2), Counts(running[WorldBuilder.ProvinceA]));
        Assert.Equal((0, 0, 0, 0, 2), Counts(running[WorldBuilder.ProvinceB]));
        Assert.Equal((0, 0, 0, 0, 2), Counts(decided[WorldBuilder.ProvinceA]));
        Assert.Equal((0, 0, 0, 0, 1), Counts(decided[WorldBuilder.ProvinceB]));
        Assert.Equal(4, running.Values.Sum(r => r.Forwarded));
        Assert.Equal(2, running.Values.Count(r => r.ForwardedAt is not null));
        Assert.Equal(later, running[WorldBuilder.ProvinceA].SealedLetterId);
        Assert.NotNull(decided[WorldBuilder.ProvinceA].SealedLetterId);
        Assert.NotEqual(later, decided[WorldBuilder.ProvinceA].SealedLetterId);
        Assert.Empty(preparing);
    }

    private static async Task<Dictionary<string, GetForwardingProgress.Row>> ReadAsync(
        World world,
        Guid batch
    ) =>
        (
            await world.MustAsync(
                world.Cast.WorkingGroup,
                (GetForwardingProgress u) => u.ExecuteAsync(new(batch), Ct)
            )
        ).Provinces.ToDictionary(p => p.ProvinceCode);

    private static (int, int, int, int, int) Counts(GetForwardingProgress.Row row) =>
        (row.Submitted, row.Returned, row.Recommended, row.Declined, row.Forwarded);
}
