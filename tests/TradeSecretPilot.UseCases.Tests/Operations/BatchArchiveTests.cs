using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Operations;

/// <summary>An archive is read back without the portal, and says what the portal says.</summary>
public sealed class BatchArchiveTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Archive_OfARunningBatch_HasWhatThePortalHas(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var before = await world.TracesAsync();
        using var written = new MemoryStream();
        var (batch, number) = await BatchAsync(world);

        var manifest = (
            await world
                .Portal.Services.GetRequiredService<BatchArchive>()
                .WriteAsync(number, written, Ct)
        ).Value;

        Assert.Empty(manifest.Lacking);
        // Nothing but the lines of what was taken.
        var after = await world.TracesAsync();
        Assert.True(after.AuditEntries > before.AuditEntries);
        Assert.Equal(
            before with
            {
                AuditSequence = after.AuditSequence,
                AuditEntries = after.AuditEntries,
            },
            after
        );
        written.Position = 0;
        var read = await ArchiveReader.ReadAsync(written, Ct);
        Assert.Empty(read.Findings);
        written.Position = 0;
        await using var archive = new ZipArchive(written, ZipArchiveMode.Read, leaveOpen: true);
        var (applications, reports, period) = await world.BehindTheDoorAsync(async db =>
            (
                await db.Applications.CountAsync(a => a.BatchId == batch, Ct),
                await db.ReportObligations.CountAsync(
                    o => o.BatchId == batch && o.VersionNumber > 0,
                    Ct
                ),
                await db
                    .ReportFigures.Where(f =>
                        db.ReportObligations.Any(o => o.BatchId == batch && o.Id == f.ObligationId)
                    )
                    .SumAsync(f => f.PeriodHundredths, Ct)
            )
        );
        Assert.Equal(applications, Rows(archive, "applications").Count);
        Assert.Equal(
            period,
            Rows(archive, "reportFigures").Sum(r => r!["periodHundredths"]!.GetValue<long>())
        );
        Assert.Equal(
            reports,
            archive.Entries.Count(e => e.FullName.StartsWith("documents/Reports/"))
        );
        Assert.Contains(archive.Entries, e => e.FullName.StartsWith("files/"));
        using var readme = new StreamReader(archive.GetEntry("README.md")!.Open());
        var text = await readme.ReadToEndAsync(Ct);
        Assert.Contains("这是什么", text, StringComparison.Ordinal);
        Assert.Contains("What this is", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/applications.json")]
    [InlineData("README.md")]
    [InlineData("manifest.json")]
    public async Task Read_APartThatWasTakenOut_IsNamed(string path)
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        using var written = new MemoryStream();
        var (_, number) = await BatchAsync(world);
        await world
            .Portal.Services.GetRequiredService<BatchArchive>()
            .WriteAsync(number, written, Ct);
        await using (var archive = new ZipArchive(written, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(path)!.Delete();
        }

        written.Position = 0;

        Assert.Contains(path, (await ArchiveReader.ReadAsync(written, Ct)).Findings);
    }

    [Fact]
    public async Task Write_NoSuchBatch_Refused()
    {
        await using var world = await databases.CreateWorldAsync(DatabaseProvider.Sqlite);
        using var written = new MemoryStream();

        Assert.NotNull(
            (
                await world
                    .Portal.Services.GetRequiredService<BatchArchive>()
                    .WriteAsync(99, written, Ct)
            ).Refusal
        );
    }

    private static Task<(Guid Id, int Number)> BatchAsync(World world) =>
        world.BehindTheDoorAsync(async db =>
            (
                world.Cast.Running,
                await db
                    .Batches.Where(b => b.Id == world.Cast.Running)
                    .Select(b => b.Number)
                    .SingleAsync(Ct)
            )
        );

    private static JsonArray Rows(ZipArchive archive, string table)
    {
        using var content = archive.GetEntry($"data/{table}.json")!.Open();
        return JsonNode.Parse(content)!.AsArray();
    }
}
