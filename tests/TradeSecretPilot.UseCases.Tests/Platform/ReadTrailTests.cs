using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>What reading leaves in the audit trail.</summary>
public sealed class ReadTrailTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Export_EachTime_KeptWithFilterRowsAndFile(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var region = world.Cast.A[0].RegionName;
        var before = await CountAsync(world, Act.ListTaken);
        for (var time = 0; time < 2; time++)
        {
            await world.AsAsync(
                world.Cast.WorkingGroup,
                (ExportApplications u) =>
                    u.ExecuteAsync(new(new() { Batch = world.Cast.Running, Text = region }), Ct)
            );
        }

        Assert.Equal(before + 2, await CountAsync(world, Act.ListTaken));
        var note = await LastNoteAsync(world, Act.ListTaken);
        Assert.Contains($"地区或编号含：{region}", note, StringComparison.Ordinal);
        Assert.Contains("1行", note, StringComparison.Ordinal);
        Assert.Contains(".xlsx》", note, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Plan_ReadBySamr_OnceForPersonRecordAndDay(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var plan = world.Cast.Application(world.Cast.Running, world.Cast.A[0]);
        var before = await CountAsync(world, Act.PlanRead);
        Task ReadAsync(Guid reader) =>
            world.AsAsync(reader, (GetApplication u) => u.ExecuteAsync(new(plan), Ct));

        await ReadAsync(world.Cast.WorkingGroup);
        await ReadAsync(world.Cast.WorkingGroup);
        Assert.Equal(before + 1, await CountAsync(world, Act.PlanRead));
        await ReadAsync(world.Cast.Lead);
        Assert.Equal(before + 2, await CountAsync(world, Act.PlanRead));
        // Midnight in Beijing.
        world.Portal.Clock.Set(BeijingTime.StartOf(BeijingTime.DayOf(WorldBuilder.Now).AddDays(1)));
        await ReadAsync(world.Cast.WorkingGroup);
        Assert.Equal(before + 3, await CountAsync(world, Act.PlanRead));
    }

    [Fact]
    public async Task Plan_ReadByItsOwnRegion_LeavesNothing()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var before = await world.TracesAsync();

        await world.AsAsync(
            world.Cast.A[0].Drafter,
            (GetApplication u) =>
                u.ExecuteAsync(new(world.Cast.Application(world.Cast.Open, world.Cast.A[0])), Ct)
        );

        Assert.Equal(before, await world.TracesAsync());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Plan_OpenedByExpert_NamesTheApplication(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var call = new Call(world, Who.Expert);

        await world.AsAsync(
            world.Cast.Experts[0],
            (GetScoreSheet u) => u.ExecuteAsync(new(call.AcceptedSheet), Ct)
        );

        var code = Acts.CodeOf(Act.PlanRead);
        var (subject, plan) = await world.BehindTheDoorAsync(async db =>
            (
                await db
                    .AuditEntries.Where(e => e.Act == code && e.AccountId == world.Cast.Experts[0])
                    .Select(e => e.SubjectId)
                    .SingleAsync(Ct),
                await db
                    .ScoreSheets.Where(s => s.Id == call.AcceptedSheet)
                    .Select(s => s.ApplicationId)
                    .SingleAsync(Ct)
            )
        );
        Assert.Equal(plan, subject);
    }

    [Fact]
    public async Task Document_LookedAt_IsRead_AndDownloaded_IsTaken()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var plan = world.Cast.Application(world.Cast.Running, world.Cast.A[0]);
        var (read, taken) = (
            await CountAsync(world, Act.PlanRead),
            await CountAsync(world, Act.DocumentTaken)
        );
        foreach (var format in new[] { FileFormat.Preview, FileFormat.Word })
        {
            await world.AsAsync(
                world.Cast.WorkingGroup,
                (PrintApplication u) => u.ExecuteAsync(new(plan, null, format), Ct)
            );
        }

        Assert.Equal(read + 1, await CountAsync(world, Act.PlanRead));
        Assert.Equal(taken + 1, await CountAsync(world, Act.DocumentTaken));
        Assert.Contains(
            ".docx》",
            await LastNoteAsync(world, Act.DocumentTaken),
            StringComparison.Ordinal
        );
    }

    private static Task<int> CountAsync(World world, Act act)
    {
        var code = Acts.CodeOf(act);
        return world.BehindTheDoorAsync(db => db.AuditEntries.CountAsync(e => e.Act == code, Ct));
    }

    private static async Task<string> LastNoteAsync(World world, Act act)
    {
        var code = Acts.CodeOf(act);
        return await world.BehindTheDoorAsync(db =>
                db.AuditEntries.Where(e => e.Act == code)
                    .OrderByDescending(e => e.Sequence)
                    .Select(e => e.Note)
                    .FirstAsync(Ct)
            ) ?? "";
    }
}
