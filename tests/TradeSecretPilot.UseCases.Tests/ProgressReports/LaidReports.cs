using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeSecretPilot.Demo.Sample;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.ProgressReports;

/// <summary>
/// Two batches that run, for the reads of reports: the first with six pilots, whose first half-year stands in every way a report
/// can stand, and the second with two, whose figures are a thousand each.
/// </summary>
internal static class LaidReports
{
    public const string Code = "Guidelines";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Ten o'clock of a day in Beijing after both due days, and nothing swept since.</summary>
    public static readonly DateTimeOffset Overdue = WorldBuilder.At(2023, 1, 10);

    /// <returns>The first report of each pilot of the first batch, by the stem of its region.</returns>
    public static async Task<Dictionary<string, Guid>> LayAsync(World world)
    {
        var cast = world.Cast;
        await world.RemoveAsync<ReportFigure>(f => true);
        var reports = new Dictionary<string, Guid>
        {
            ["丁"] = cast.Report(cast.A[0], 1),
            ["戊"] = cast.Report(cast.A[1], 1),
            ["甲"] = cast.Report(cast.B[0], 1),
            ["己"] = await LayPilotAsync(world, cast.Running, cast.A[2], cast.Appraising),
            ["庚"] = await LayPilotAsync(world, cast.Running, cast.A[3], cast.Appraising),
            ["乙"] = await LayPilotAsync(world, cast.Running, cast.B[1], cast.Running),
        };
        await FileAsync(
            world,
            reports["戊"],
            WorldBuilder.At(2022, 12, 6),
            v => v["National"] = AcknowledgementStatus.Acknowledged
        );
        await FileAsync(
            world,
            reports["甲"],
            WorldBuilder.At(2022, 12, 20),
            v =>
                (v["National"], v["Provincial"], v["Status"]) = (
                    AcknowledgementStatus.Acknowledged,
                    AcknowledgementStatus.Acknowledged,
                    ReportStatus.Acknowledged
                )
        );
        // Half past midnight in Beijing, and still the day before in UTC.
        await FileAsync(
            world,
            reports["己"],
            new(2023, 1, 2, 16, 30, 0, TimeSpan.Zero),
            v => (v["IsLate"], v["IsNil"]) = (true, true)
        );
        await FileAsync(
            world,
            reports["庚"],
            WorldBuilder.At(2022, 12, 6),
            v =>
                (v["National"], v["Provincial"], v["Status"]) = (
                    AcknowledgementStatus.SupplementRequested,
                    AcknowledgementStatus.Acknowledged,
                    ReportStatus.Supplement
                )
        );
        await FileAsync(
            world,
            reports["乙"],
            WorldBuilder.At(2023, 1, 5),
            v => (v["IsLate"], v["National"]) = (true, AcknowledgementStatus.Acknowledged)
        );
        await LayFiguresAsync(world, reports);
        await LaySecondBatchAsync(world);
        return reports;
    }

    /// <summary>The report of a pilot on another half-year.</summary>
    public static Task<Guid> ReportAsync(World world, Guid first, int ordinal) =>
        world.BehindTheDoorAsync(db =>
            (
                from f in db.ReportObligations
                where f.Id == first
                join o in db.ReportObligations on f.PilotId equals o.PilotId
                where o.Ordinal == ordinal
                select o.Id
            ).SingleAsync(Ct)
        );

    private static async Task LayFiguresAsync(World world, Dictionary<string, Guid> reports)
    {
        await LayFigureAsync(world, reports["戊"], 1250, 1250);
        await LayFigureAsync(world, reports["甲"], 325, 325);
        await LayFigureAsync(world, reports["庚"], 700, 700);
        await LayFigureAsync(world, await ReportAsync(world, reports["戊"], 2), 175, 1425);
        await LayFigureAsync(world, await ReportAsync(world, reports["己"], 2), 500, 500);
    }

    private static async Task LaySecondBatchAsync(World world)
    {
        var cast = world.Cast;
        await world.SetAsync<Batch>(
            b => b.Id == cast.Decided,
            v => (v["Stage"], v["LaunchedAt"]) = (BatchStage.Running, WorldBuilder.Now)
        );
        foreach (var region in new[] { cast.A[1], cast.B[1] })
        {
            var report = await LayPilotAsync(world, cast.Decided, region, cast.Decided);
            await FileAsync(world, report, WorldBuilder.At(2022, 12, 7), _ => { });
            await LayFigureAsync(world, report, 100_000, 100_000);
        }
    }

    private static Task FileAsync(
        World world,
        Guid report,
        DateTimeOffset at,
        Action<PropertyValues> change
    ) =>
        world.SetAsync<ReportObligation>(
            o => o.Id == report,
            v =>
            {
                (v["Status"], v["VersionNumber"]) = (ReportStatus.Filed, 1);
                (v["FiledAt"], v["LastFiledAt"]) = (at, at);
                change(v);
            }
        );

    /// <summary>A pilot with its six reports, none of them filed.</summary>
    /// <param name="from">The batch whose application of that region it is laid for.</param>
    private static async Task<Guid> LayPilotAsync(
        World world,
        Guid batch,
        SeedSample.Government region,
        Guid from
    )
    {
        var cast = world.Cast;
        var original = cast.Pilots[cast.A[0].OrganizationId];
        var pilot = await world.CopyAsync<Pilot>(
            p => p.Id == original,
            v =>
            {
                v["ApplicationId"] = cast.Application(from, region);
                Place(v, batch, region);
            }
        );
        Guid first = default;
        for (var ordinal = 6; ordinal >= 1; ordinal--)
        {
            var number = ordinal;
            first = await world.CopyAsync<ReportObligation>(
                o => o.PilotId == original && o.Ordinal == number,
                v =>
                {
                    v["PilotId"] = pilot;
                    Place(v, batch, region);
                }
            );
        }

        return first;
    }

    private static void Place(PropertyValues v, Guid batch, SeedSample.Government region)
    {
        (v["BatchId"], v["OrganizationId"]) = (batch, region.OrganizationId);
        (v["ProvinceCode"], v["RegionName"]) = (region.ProvinceCode, region.RegionName);
    }

    private static Task<int> LayFigureAsync(
        World world,
        Guid report,
        long period,
        long cumulative
    ) =>
        world.BehindTheDoorAsync(db =>
        {
            db.ReportFigures.Add(
                ReportFigure.Of(report, Code, new Figure(period / 100m, cumulative / 100m))
            );
            return db.SaveChangesAsync(Ct);
        });
}
