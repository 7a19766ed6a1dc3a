using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Deadlines;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>
/// The text of a plan or a report is megabytes over a list. Only those acts read it that show it, print it or take it up again.
/// </summary>
public sealed partial class DocumentColumnTests(TestDatabases databases)
{
    /// <summary>Shows, prints or opens the text of one record.</summary>
    private static readonly HashSet<Type> Readers =
    [
        typeof(GetApplication),
        typeof(GetReview),
        typeof(GetScoreSheet),
        typeof(GetReport),
        typeof(GetReportDraft),
        typeof(GetPlanHistory),
        typeof(GetReportHistory),
        typeof(PrintApplication),
        typeof(PrintAssignedPlan),
        typeof(PrintReview),
        typeof(PrintReport),
        // One file of one record, which must stand in its text.
        typeof(FetchPlanAttachment),
        typeof(FetchReportAttachment),
        typeof(FetchAssignedAttachment),
        // The own table as a workbook to fill in.
        typeof(ExportMeasureTemplate),
        typeof(ExportSupportTemplate),
        typeof(ExportFigureTemplate),
        // Compares every frozen text with its fingerprint, one at a time.
        typeof(VerifyRecords),
        typeof(VerifyAudit),
        // Everything of one batch, for those who have no portal.
        typeof(FetchBatchRecords),
    ];

    /// <summary>Acts on one record, loaded as it is.</summary>
    private static readonly HashSet<Type> OneRecord =
    [
        typeof(SaveWorkPlan),
        typeof(SubmitApplication),
        typeof(RestorePlan),
        typeof(HandleComment),
        typeof(ReopenComment),
        typeof(WithdrawApplication),
        typeof(UploadSealedPlan),
        typeof(SaveReview),
        typeof(ReturnApplication),
        typeof(RecommendApplication),
        typeof(DeclineApplication),
        typeof(ExtendApplication),
        typeof(SaveReport),
        typeof(RestoreReport),
        typeof(FileReport),
        typeof(AcknowledgeReport),
        typeof(RequestSupplement),
        // Looks for the names of files in every text, one at a time.
        typeof(RemoveOrphanedFiles),
        // Compare every kept text with the digest that the trail recorded, one at a time.
        typeof(CheckAudit),
        typeof(CertifyAudit),
        typeof(SealAudit),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ListsChartsCountsAndExports_NeverSelectPlansOrReports(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var findings = new List<string>();
        var seen = new HashSet<Type>();
        foreach (var row in UseCaseTable.Rows.Where(r => r.IsRead))
        {
            foreach (var caller in row.Holders.Members())
            {
                world.Portal.Sql.Clear();
                await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
                var read = world.Portal.Sql.Commands.Where(c => Documents().IsMatch(c)).ToList();
                if (Readers.Contains(row.UseCase))
                {
                    seen.UnionWith(read.Count > 0 ? [row.UseCase] : []);
                }
                else
                {
                    findings.AddRange(read.Select(sql => $"{row} as {caller}: {sql}"));
                }
            }
        }

        Findings.None(findings);
        // Whoever no longer reads the text leaves the list above.
        Assert.Equal(
            Readers.Select(r => r.Name).Order(StringComparer.Ordinal),
            seen.Select(r => r.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task ActsOverManyRows_NeverSelectPlansOrReports(DatabaseProvider provider)
    {
        var findings = new List<string>();
        var seen = new HashSet<Type>();
        foreach (var row in UseCaseTable.Rows.Where(r => !r.IsRead))
        {
            await using var world = await databases.CreateWorldAsync(provider);
            var caller = row.Holders.Members().First();
            world.Portal.Sql.Clear();
            await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
            var read = world.Portal.Sql.Commands.Where(c => Documents().IsMatch(c)).ToList();
            if (OneRecord.Contains(row.UseCase))
            {
                seen.UnionWith(read.Count > 0 ? [row.UseCase] : []);
            }
            else
            {
                findings.AddRange(read.Select(sql => $"{row} as {caller}: {sql}"));
            }
        }

        Findings.None(findings);
        Assert.Equal(
            OneRecord.Select(r => r.Name).Order(StringComparer.Ordinal),
            seen.Select(r => r.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Sweep_LapsesLaunchesAndOverdueReports_SelectsTheSelectedVersionsAlone(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await world.MustAsync(
            world.Cast.Lead,
            (PublishAnnouncement u) =>
                u.ExecuteAsync(new(world.Cast.Decided, "示例〔2022〕2号", Seen.Present), Ct)
        );
        var before = await world.BehindTheDoorAsync(db => db.Pilots.CountAsync(Ct));
        // Past the deadline of drafts, the due day of reports and the launch of the second batch.
        world.Portal.Clock.Set(WorldBuilder.At(2023, 7, 2));
        world.Portal.Sql.Clear();

        var swept = await world.Portal.AsJobAsync(
            DeadlineSweep.Job,
            (DeadlineSweep u) => u.ExecuteAsync(Ct)
        );

        Assert.True(swept.Done > 0);
        Assert.Equal(before + 2, await world.BehindTheDoorAsync(db => db.Pilots.CountAsync(Ct)));
        var read = world.Portal.Sql.Commands.Where(c => Documents().IsMatch(c)).ToList();
        var launch = Assert.Single(read);
        Assert.Contains("JOIN", launch);
        Assert.Contains("\"PlanVersions\"", launch);
        Assert.Single(Documents().Matches(launch));
    }

    // The columns Plan of Applications and PlanVersions, Content of ReportObligations and ReportVersions.
    [GeneratedRegex("\\.\"(Plan|Content)\"")]
    private static partial Regex Documents();
}
