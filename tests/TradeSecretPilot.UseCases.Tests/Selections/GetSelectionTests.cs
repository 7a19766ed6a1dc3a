using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Selections;

/// <summary>The ranking of one batch among six, against numbers worked out by hand.</summary>
public sealed class GetSelectionTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Selection_FiveRegionsOfTwoProvinces_AsWorkedOutByHand(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var plans = await LayAsync(world);
        await world.MustAsync(
            cast.WorkingGroup,
            (SaveSelection u) =>
                u.ExecuteAsync(
                    new(
                        cast.Selecting,
                        [
                            new(plans["戊"], true, null),
                            new(plans["丙"], false, null),
                            new(plans["己"], true, null),
                            new(plans["辛"], true, "（示例）兼顾层级"),
                            new(plans["乙"], false, null),
                        ],
                        1
                    ),
                    Ct
                )
        );

        var view = await world.MustAsync(
            cast.WorkingGroup,
            (GetSelection u) => u.ExecuteAsync(new(cast.Selecting), Ct)
        );

        Assert.Equal(
            [
                ("示例戊高新区", 1, 1, 9100, "8890 9310", false, SelectionMove.None),
                // (8800 + 7795) / 2 = 8297.5, half up.
                ("示例丙市", 2, 1, 8298, "7795 8800", true, SelectionMove.Out),
                ("示例己市", 3, 2, 7900, "6795 9005", true, SelectionMove.None),
                ("示例辛市", 4, 3, 7701, "7700 7700 7702", false, SelectionMove.In),
                ("示例乙县", 5, 2, 6050, "5999 6100", false, SelectionMove.None),
            ],
            view.Rows.Select(r =>
                (
                    r.RegionName,
                    r.Place,
                    r.ProvincialRank,
                    r.MeanHundredths,
                    string.Join(' ', r.TotalsHundredths),
                    r.CrossesLine,
                    r.Move
                )
            )
        );
        Assert.Equal(3, view.SelectedCount);
        // Between 7900 and 7701.
        Assert.Equal(new SelectionLine(3, 7800), view.Line);
        Assert.Equal(["示例丙市"], view.Checks.ProvinceFirstsPassedOver.Select(r => r.RegionName));
        Assert.Equal(2, view.Checks.IntervalsAcrossLine);
        Assert.Equal((2, 1), (view.Checks.Recusals, view.Checks.RecusedExperts));
        Assert.Equal((11, 1), (view.Checks.SheetsSubmitted, view.Checks.SheetsOpen));
        Assert.Equal(2, view.Checks.FewestSheets);
        Assert.False(view.Checks.AllSheetsSubmitted);
        // 丙 was passed over without a word.
        Assert.Equal(1, view.Checks.MovesWithoutReason);
        Assert.Equal("Selection.ReasonsMissing", view.WhyNotProposed?.Code);

        var balance = view.Balance;
        Assert.Equal((1, 3), (balance.Provinces, balance.MostInOneProvince));
        Assert.Equal(
            [
                (RegionGroup.East, 3, 5),
                (RegionGroup.Central, 0, 0),
                (RegionGroup.West, 0, 0),
                (RegionGroup.Northeast, 0, 0),
            ],
            balance.Groups.Select(s => (s.Key, s.Selected, s.Appraised))
        );
        Assert.Equal(
            [
                (DivisionLevel.Prefecture, 2, 3),
                (DivisionLevel.County, 0, 1),
                (DivisionLevel.FunctionalZone, 1, 1),
            ],
            balance.Levels.Select(s => (s.Key, s.Selected, s.Appraised))
        );
        Assert.Equal(
            [
                (TaskArea.InstitutionalInnovation, 2, 2),
                (TaskArea.WorkingMechanisms, 0, 1),
                (TaskArea.Enforcement, 2, 4),
                (TaskArea.ServiceSystem, 0, 0),
                (TaskArea.InternationalRules, 0, 0),
                (TaskArea.ProtectionCulture, 1, 1),
            ],
            balance.Areas.Select(s => (s.Key, s.Selected, s.Appraised))
        );
    }

    /// <summary>Lays five appraised regions, by the stem of their names. 己 was returned once: only its second version counts.</summary>
    private static async Task<Dictionary<string, Guid>> LayAsync(World world)
    {
        var cast = world.Cast;
        var (wu, bing, ji) = (
            cast.Application(cast.Selecting, cast.A[1]),
            cast.Application(cast.Selecting, cast.B[2]),
            cast.Application(cast.Selecting, cast.A[2])
        );
        await world.RemoveAsync<ScoreSheet>(s => s.BatchId == cast.Selecting);
        await LayPlanAsync(world, ji, ji, 2, [TaskArea.Enforcement, TaskArea.ProtectionCulture]);
        await SetPlanAsync(world, ji, 1, [TaskArea.InternationalRules]);
        await SetPlanAsync(world, wu, 1, [TaskArea.InstitutionalInnovation, TaskArea.Enforcement]);
        await SetPlanAsync(world, bing, 1, [TaskArea.Enforcement]);
        var xin = await LayRegionAsync(world, ji, 4, inA: true, "申-示例-辛");
        var yi = await LayRegionAsync(world, ji, 1, inA: false, "申-示例-乙");
        await LayPlanAsync(world, ji, xin, 2, [TaskArea.InstitutionalInnovation]);
        await LayPlanAsync(world, ji, yi, 2, [TaskArea.WorkingMechanisms, TaskArea.Enforcement]);
        (Guid Plan, int Rank, int Place, int Mean, int[] Totals)[] rows =
        [
            (wu, 1, 1, 9100, [9310, 8890]),
            (bing, 1, 2, 8298, [8800, 7795]),
            (ji, 2, 3, 7900, [9005, 6795]),
            (xin, 3, 4, 7701, [7700, 7702, 7700]),
            (yi, 2, 5, 6050, [6100, 5999]),
        ];
        foreach (var (plan, rank, place, mean, totals) in rows)
        {
            await world.SetAsync<Application>(
                a => a.Id == plan,
                v =>
                {
                    (v["Rank"], v["AppraisalRank"], v["MeanHundredths"]) = (rank, place, mean);
                    v["VersionNumber"] = plan == wu || plan == bing ? 1 : 2;
                }
            );
            foreach (var (total, i) in totals.Select((t, i) => (t, i)))
            {
                await LaySheetAsync(world, plan, i, ScoreSheetStatus.Submitted, total);
            }
        }

        await LaySheetAsync(world, wu, 3, ScoreSheetStatus.Recused, null);
        await LaySheetAsync(world, yi, 3, ScoreSheetStatus.Recused, null);
        await LaySheetAsync(world, ji, 3, ScoreSheetStatus.Accepted, null);
        return new()
        {
            ["戊"] = wu,
            ["丙"] = bing,
            ["己"] = ji,
            ["辛"] = xin,
            ["乙"] = yi,
        };
    }

    private static Task<Guid> LayRegionAsync(
        World world,
        Guid original,
        int ordinal,
        bool inA,
        string number
    )
    {
        var region = inA ? world.Cast.A[ordinal] : world.Cast.B[ordinal];
        return world.CopyAsync<Application>(
            a => a.Id == original,
            v =>
            {
                v["Number"] = number;
                v["OrganizationId"] = region.OrganizationId;
                v["ProvinceCode"] = region.ProvinceCode;
                v["RegionName"] = region.RegionName;
                v["Level"] = region.Level;
            }
        );
    }

    private static Task<Guid> LayPlanAsync(
        World world,
        Guid original,
        Guid application,
        int number,
        IReadOnlyList<TaskArea> areas
    ) =>
        world.CopyAsync<PlanVersion>(
            p => p.ApplicationId == original && p.Number == 1,
            v => (v["ApplicationId"], v["Number"], v["TaskAreas"]) = (application, number, areas)
        );

    private static Task SetPlanAsync(
        World world,
        Guid application,
        int number,
        IReadOnlyList<TaskArea> areas
    ) =>
        world.SetAsync<PlanVersion>(
            p => p.ApplicationId == application && p.Number == number,
            v => v["TaskAreas"] = areas
        );

    private static Task<Guid> LaySheetAsync(
        World world,
        Guid plan,
        int expert,
        ScoreSheetStatus status,
        int? total
    ) => world.LaySheetAsync(world.Cast.Selecting, plan, expert, status, total);
}
