using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>The check names what somebody did to the database or the files behind the portal's back, and nothing in a sound one.</summary>
public sealed class VerifyRecordsTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider, string, RecordFault> Tamperings { get; } =
        AllTamperings();

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Check_SoundWorld_FindsNothing_AndChangesNothing(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await world.TracesAsync();

        var found = await CheckAsync(world);

        Assert.Empty(found.Findings);
        Assert.True(
            found is { Versions: > 0, Receipts: > 0, Files: > 0, AuditEntries: > 0 },
            found.ToString()
        );
        Assert.Equal(before, await world.TracesAsync());
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Check_TamperedRow_IsNamed(
        DatabaseProvider provider,
        string sql,
        RecordFault fault
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await world.ExecuteSqlAsync(sql);

        var found = await CheckAsync(world);

        Assert.Contains(found.Findings, f => f.Fault == fault);
    }

    [Theory]
    [InlineData(true, RecordFault.FileMissing)]
    [InlineData(false, RecordFault.FileChanged)]
    public async Task Check_TamperedFile_IsNamed(bool isRemoved, RecordFault fault)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        var sound = await CheckAsync(world);
        Assert.Empty(sound.Findings);
        foreach (var file in world.Portal.Files().Where(f => f.EndsWith(".bin")))
        {
            if (isRemoved)
            {
                File.Delete(file);
            }
            else
            {
                await File.AppendAllTextAsync(file, "x", Ct);
            }
        }

        var found = await CheckAsync(world);

        Assert.NotEmpty(found.Findings);
        Assert.All(found.Findings, f => Assert.Equal(fault, f.Fault));
    }

    private static Task<VerifyRecords.View> CheckAsync(World world) =>
        world.Portal.AsJobAsync(VerifyRecords.Job, (VerifyRecords u) => u.ExecuteAsync(Ct));

    private static TheoryData<DatabaseProvider, string, RecordFault> AllTamperings()
    {
        (string Sql, RecordFault Fault)[] all =
        [
            (
                "UPDATE \"PlanVersions\" SET \"Plan\" = REPLACE(\"Plan\", '示例', '示倒')",
                RecordFault.TextChanged
            ),
            (
                "UPDATE \"ReportVersions\" SET \"Content\" = REPLACE(\"Content\", '示例', '示倒')",
                RecordFault.TextChanged
            ),
            (
                "UPDATE \"Applications\" SET \"VersionNumber\" = \"VersionNumber\" + 1 WHERE \"VersionNumber\" > 0",
                RecordFault.VersionsMissing
            ),
            ("DELETE FROM \"Receipts\" WHERE \"Kind\" = 'Application'", RecordFault.ReceiptDiffers),
            (
                "UPDATE \"Receipts\" SET \"ContentSha256\" = LOWER(\"ContentSha256\")",
                RecordFault.ReceiptDiffers
            ),
            (
                "UPDATE \"Receipts\" SET \"VersionNumber\" = \"VersionNumber\" + 50 WHERE \"Kind\" = 'ProgressReport'",
                RecordFault.VersionOfReceiptMissing
            ),
            (
                "UPDATE \"ReportFigures\" SET \"CumulativeHundredths\" = \"CumulativeHundredths\" + 100",
                RecordFault.FiguresDiffer
            ),
            ("DELETE FROM \"ReportFigures\"", RecordFault.FiguresDiffer),
            ("UPDATE \"DueActions\" SET \"Key\" = \"Key\" || 'x'", RecordFault.DueKeyDiffers),
            (
                "UPDATE \"AuditEntries\" SET \"Note\" = 'x' WHERE \"Sequence\" = 40",
                RecordFault.AuditBroken
            ),
        ];
        var data = new TheoryData<DatabaseProvider, string, RecordFault>();
        foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql })
        {
            foreach (var (sql, fault) in all)
            {
                data.Add(provider, sql, fault);
            }
        }

        return data;
    }
}
