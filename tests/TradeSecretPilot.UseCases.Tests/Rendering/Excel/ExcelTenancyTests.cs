using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering.Excel;

/// <summary>A file holds nothing that its reader may not see, neither in its lists nor on its notes.</summary>
public sealed class ExcelTenancyTests(TestDatabases databases)
{
    private static readonly string[] Outcomes = ["已评估", "入选", "未入选"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Province_NothingOfAnotherProvince(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (
            var (reader, own, foreign, foreignProvince) in new[]
            {
                (world.Cast.ProvinceA.Reviewer, world.Cast.A, world.Cast.B, "江苏"),
                (world.Cast.ProvinceB.Approver, world.Cast.B, world.Cast.A, "浙江"),
            }
        )
        {
            var files = await RegulatorsFilesAsync(world, reader);
            var text = string.Join('\n', files.Select(f => f.Text));

            Assert.Contains(own[0].RegionName, text, StringComparison.Ordinal);
            Assert.All(
                foreign,
                region => Assert.DoesNotContain(region.RegionName, text, StringComparison.Ordinal)
            );
            Assert.DoesNotContain(foreignProvince, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Region_NothingOfAnotherRegion(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var me = world.Cast.A[0];
        var files = await FilesAsync(
            world,
            me.Drafter,
            [world.Cast.Open, world.Cast.Running, world.Cast.Decided]
        );
        var text = string.Join('\n', files.Select(f => f.Text));

        Assert.Contains(me.RegionName, text, StringComparison.Ordinal);
        Assert.All(
            world.Cast.A.Skip(1).Concat(world.Cast.B),
            region => Assert.DoesNotContain(region.RegionName, text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Province_AnotherOnesFilter_BringsNoRow(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var reviewer = world.Cast.ProvinceA.Reviewer;
        var province = WorldBuilder.ProvinceB;

        Assert.Empty(
            ExcelBook
                .Of(
                    await world.AsAsync(
                        reviewer,
                        (ExportApplications u) =>
                            u.ExecuteAsync(
                                new(new() { Batch = world.Cast.Running, ProvinceCode = province }),
                                Ct
                            )
                    )
                )["申报"]
                .Rows
        );
        Assert.Empty(
            ExcelBook
                .Of(
                    await world.AsAsync(
                        reviewer,
                        (ExportReports u) =>
                            u.ExecuteAsync(new(new() { ProvinceCode = province }), Ct)
                    )
                )["进展报告"]
                .Rows
        );
        Assert.Empty(
            ExcelBook
                .Of(
                    await world.AsAsync(
                        reviewer,
                        (ExportPilots u) => u.ExecuteAsync(new(new(ProvinceCode: province)), Ct)
                    )
                )["任务"]
                .Rows
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task UnpublishedOutcome_BelowSamr_ReadsAsForwarded(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        foreach (
            var reader in new[] { cast.A[1].Drafter, cast.A[2].Approver, cast.ProvinceA.Reviewer }
        )
        {
            foreach (var batch in new[] { cast.Decided, cast.Selecting })
            {
                var sheet = await ApplicationsAsync(reader, batch, null);
                Assert.NotEmpty(sheet.Rows);
                Assert.All(sheet["状态"], status => Assert.Equal("已上报", status));
                Assert.Equal(
                    sheet.Rows.Count,
                    (await ApplicationsAsync(reader, batch, ApplicationStatus.Forwarded)).Rows.Count
                );
                foreach (
                    var outcome in new[]
                    {
                        ApplicationStatus.Appraised,
                        ApplicationStatus.Selected,
                        ApplicationStatus.NotSelected,
                    }
                )
                {
                    Assert.Empty((await ApplicationsAsync(reader, batch, outcome)).Rows);
                }
            }
        }

        // SAMR reads it, and everybody what is published.
        Assert.Contains(
            "入选",
            (await ApplicationsAsync(cast.WorkingGroup, cast.Decided, null))["状态"]
        );
        Assert.Contains(
            "入选",
            (await ApplicationsAsync(cast.A[0].Drafter, cast.Running, null))["状态"]
        );
        return;

        async Task<ExcelBook.Page> ApplicationsAsync(
            Guid reader,
            Guid batch,
            ApplicationStatus? status
        ) =>
            ExcelBook.Of(
                await world.AsAsync(
                    reader,
                    (ExportApplications u) =>
                        u.ExecuteAsync(new(new() { Batch = batch, Status = status }), Ct)
                )
            )["申报"];
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task UnsentDraft_StaysWithItsRegion(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var files = await RegulatorsFilesAsync(world, world.Cast.ProvinceA.Reviewer);
        var open = ExcelBook.Of(
            await world.AsAsync(
                world.Cast.ProvinceA.Reviewer,
                (ExportApplications u) => u.ExecuteAsync(new(new() { Batch = world.Cast.Open }), Ct)
            )
        );

        // A1 has begun a draft in the open batch, and A3 goes on editing after its return.
        Assert.DoesNotContain(world.Cast.A[0].RegionName, open.Text, StringComparison.Ordinal);
        Assert.All(
            files,
            f => Assert.DoesNotContain(WorldBuilder.Unsent, f.Text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task SystemAdministrator_NoBusinessContent(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var subjects = await world.BehindTheDoorAsync(db =>
            db.OutboxMessages.Select(m => m.Subject).Distinct().ToListAsync(Ct)
        );
        var admin = world.Cast.SystemAdmin;
        string[] texts =
        [
            ExcelBook
                .Of(await world.AsAsync(admin, (ExportOutbox u) => u.ExecuteAsync(new(new()), Ct)))
                .Text,
            ExcelBook
                .Of(
                    await world.AsAsync(
                        admin,
                        (ExportDueActions u) => u.ExecuteAsync(new(new()), Ct)
                    )
                )
                .Text,
            ExcelBook
                .Of(
                    await world.AsAsync(
                        admin,
                        (ExportOrganizations u) => u.ExecuteAsync(new(new()), Ct)
                    )
                )
                .Text,
        ];

        Assert.NotEmpty(subjects);
        Assert.All(
            texts,
            text =>
            {
                Assert.All(subjects, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
                Assert.All(Outcomes, o => Assert.DoesNotContain(o, text, StringComparison.Ordinal));
            }
        );
    }

    private static async Task<List<ExcelBook>> RegulatorsFilesAsync(World world, Guid reader)
    {
        Guid[] batches =
        [
            world.Cast.Open,
            world.Cast.Running,
            world.Cast.Decided,
            world.Cast.Selecting,
            world.Cast.Appraising,
        ];
        var files = await FilesAsync(world, reader, batches);
        foreach (var batch in batches)
        {
            Add(
                files,
                await world.AsAsync(reader, (ExportRanking u) => u.ExecuteAsync(new(batch), Ct))
            );
        }

        Add(
            files,
            await world.AsAsync(
                reader,
                (ExportIndicators u) => u.ExecuteAsync(new(world.Cast.Running, 1), Ct)
            )
        );
        return files;
    }

    private static async Task<List<ExcelBook>> FilesAsync(World world, Guid reader, Guid[] batches)
    {
        var files = new List<ExcelBook>();
        foreach (var batch in batches)
        {
            Add(
                files,
                await world.AsAsync(
                    reader,
                    (ExportApplications u) => u.ExecuteAsync(new(new() { Batch = batch }), Ct)
                )
            );
            Add(
                files,
                await world.AsAsync(reader, (ExportExtensions u) => u.ExecuteAsync(new(batch), Ct))
            );
        }

        Add(files, await world.AsAsync(reader, (ExportPilots u) => u.ExecuteAsync(new(new()), Ct)));
        Add(
            files,
            await world.AsAsync(reader, (ExportReports u) => u.ExecuteAsync(new(new()), Ct))
        );
        Add(
            files,
            await world.AsAsync(reader, (ExportReportMatrix u) => u.ExecuteAsync(new(), Ct))
        );
        return files;
    }

    private static void Add(List<ExcelBook> files, Result<DocumentFile> file) =>
        files.Add(ExcelBook.Of(file.Value));
}
