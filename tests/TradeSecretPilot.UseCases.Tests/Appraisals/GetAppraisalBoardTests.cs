using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Appraisals;

/// <summary>The board of one batch among six, against numbers worked out by hand.</summary>
public sealed class GetAppraisalBoardTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Board_ThreePlansAndFourExperts_AsWorkedOutByHand(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        await LayAsync(world);

        var board = await world.MustAsync(
            cast.WorkingGroup,
            (GetAppraisalBoard u) => u.ExecuteAsync(new(cast.Appraising), Ct)
        );

        Assert.Equal(new GetAppraisalBoard.Summary(3, 9, 3, 2, 1, 3, 1, 1), board.Summary);
        Assert.Equal(
            [
                ("示例甲市", 2, null, null, null, null, 3, 1),
                // (8125 + 7890) / 2 = 8007.5: rounded to the same mean as 庚, and behind it.
                ("示例己市", 3, 8008, 2, 7890, 8125, 1, 0),
                ("示例庚县", 3, 8008, 1, 8008, 8008, 2, 2),
            ],
            board.Rows.Select(r =>
                (
                    r.RegionName,
                    r.Experts.Count,
                    r.MeanHundredths,
                    r.Place,
                    r.MinHundredths,
                    r.MaxHundredths,
                    r.Missing,
                    r.Unassigned
                )
            )
        );
        // Three open sheets; no plan has its three.
        Assert.Equal("Appraisal.Incomplete", board.WhyNotConcluded?.Code);
        Assert.Contains("3", board.WhyNotConcluded?.Zh);
    }

    private static async Task LayAsync(World world)
    {
        var cast = world.Cast;
        var batch = cast.Appraising;
        await world.SetAsync<Batch>(b => b.Id == batch, v => v["SheetsPerPlan"] = 3);
        await world.RemoveAsync<ScoreSheet>(s => s.BatchId == batch);
        var (ji, geng, jia) = (
            cast.Application(batch, cast.A[2]),
            cast.Application(batch, cast.A[3]),
            cast.Application(batch, cast.B[0])
        );
        (Guid Plan, int Expert, ScoreSheetStatus Status, int? Total)[] sheets =
        [
            (ji, 0, ScoreSheetStatus.Submitted, 8125),
            (ji, 1, ScoreSheetStatus.Submitted, 7890),
            (ji, 2, ScoreSheetStatus.Accepted, null),
            (geng, 0, ScoreSheetStatus.Recused, null),
            (geng, 1, ScoreSheetStatus.Submitted, 8008),
            (geng, 3, ScoreSheetStatus.Released, null),
            (jia, 2, ScoreSheetStatus.Assigned, null),
            (jia, 3, ScoreSheetStatus.Assigned, null),
        ];
        foreach (var (plan, expert, status, total) in sheets)
        {
            await world.LaySheetAsync(batch, plan, expert, status, total);
        }
    }
}
