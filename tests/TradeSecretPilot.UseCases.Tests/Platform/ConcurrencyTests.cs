using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Tests.Platform.Matrix;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Double clicks, retries and two people at the same record.</summary>
public sealed class ConcurrencyTests(TestDatabases databases)
{
    /// <summary>Acts that count once; in the test world they do not stand in each other's way.</summary>
    private static readonly Type[] OnceOnly =
    [
        typeof(SubmitApplication),
        typeof(DeclineApplication),
        // Closes what it leaves behind.
        typeof(ForwardApplications),
        typeof(AcceptAssignment),
        typeof(SubmitScoreSheet),
        typeof(DecideSelection),
        typeof(PublishAnnouncement),
        typeof(FileReport),
        typeof(AcknowledgeReport),
        typeof(CreateBatch),
        typeof(AddFunctionalZone),
        typeof(CreateOrganization),
        typeof(CreateAccount),
        typeof(LockAccount),
        typeof(DisableAccount),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Twice_OneAfterTheOther_SecondRefused_AndNothingChanges(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (var row in Rows())
        {
            var caller = row.Holders.Members().First();
            var first = await row.CallOwnAsync(world, caller, caller, foreignTenant: false);
            var between = await world.TracesAsync();
            var second = await row.CallOwnAsync(world, caller, caller, foreignTenant: false);

            Assert.True(Answers.RefusalOf(first) is null, $"{row}: {Answers.RefusalOf(first)}");
            Assert.True(Answers.RefusalOf(second) is not null, $"{row} was done twice.");
            Assert.Equal(between, await world.TracesAsync());
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Twice_AtOnce_ExactlyOneIsCarriedOut(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        foreach (var row in Rows())
        {
            var before = await world.TracesAsync();
            var caller = row.Holders.Members().First();
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 2)
                    .Select(_ =>
                        Task.Run(
                            () => row.CallOwnAsync(world, caller, caller, foreignTenant: false),
                            Ct
                        )
                    )
            );
            var after = await world.TracesAsync();

            Assert.True(
                answers.Count(a => Answers.RefusalOf(a) is null) == 1,
                $"{row}: {string.Join(", ", answers.Select(Answers.RefusalOf))}"
            );
            Assert.Equal(before.AuditEntries + row.Acts.Count, after.AuditEntries);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task StaleVersion_Refused_AndWhatTheOtherSavedStays(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var (cast, a1) = (world.Cast, world.Cast.A[0]);
        var call = new Call(world, Who.Drafter);
        var draft = call.MyApplication;
        var (read, report) = (
            await call.VersionAsync<Application>(draft),
            await call.VersionAsync<ReportObligation>(call.MyReport)
        );
        var (mine, theirs) = (
            WorkPlan.Empty with
            {
                Foundation = "甲写的",
            },
            WorkPlan.Empty with
            {
                Foundation = "乙写的",
            }
        );
        await world.MustAsync(
            a1.Drafter,
            (SaveWorkPlan u) => u.ExecuteAsync(new(draft, read, theirs), Ct)
        );
        await world.MustAsync(
            a1.Drafter,
            (SaveReport u) =>
                u.ExecuteAsync(
                    new(call.MyReport, report, ReportContent.Empty with { Summary = "乙写的" }),
                    Ct
                )
        );
        var before = await world.TracesAsync();

        Refusal?[] refusals =
        [
            (
                await world.AsAsync(
                    a1.Approver,
                    (SaveWorkPlan u) => u.ExecuteAsync(new(draft, read, mine), Ct)
                )
            ).Refusal,
            (
                await world.AsAsync(
                    a1.Approver,
                    (SubmitApplication u) => u.ExecuteAsync(new(draft, read), Ct)
                )
            ).Refusal,
            (
                await world.AsAsync(
                    a1.Approver,
                    (SaveReport u) =>
                        u.ExecuteAsync(new(call.MyReport, report, ReportContent.Empty), Ct)
                )
            ).Refusal,
            (
                await world.AsAsync(
                    a1.Approver,
                    (FileReport u) => u.ExecuteAsync(new(call.MyReport, report), Ct)
                )
            ).Refusal,
            (
                await world.AsAsync(
                    cast.Experts[0],
                    (SaveScoreSheet u) =>
                        u.ExecuteAsync(
                            new(call.AcceptedSheet, 0, new Dictionary<string, int>(), ""),
                            Ct
                        )
                )
            ).Refusal,
            (
                await world.AsAsync(
                    cast.WorkingGroup,
                    (SaveSelection u) => u.ExecuteAsync(new(cast.Selecting, [], null), Ct)
                )
            ).Refusal,
            (
                await world.AsAsync(
                    cast.Lead,
                    (DecideSelection u) => u.ExecuteAsync(new(cast.Selecting, 0, "示例决4号"), Ct)
                )
            ).Refusal,
            (
                await world.AsAsync(
                    cast.ProvinceA.Reviewer,
                    (AcknowledgeReport u) => u.ExecuteAsync(new(cast.Report(cast.A[1], 1), 0), Ct)
                )
            ).Refusal,
        ];

        Assert.All(refusals, r => Assert.Equal(RefusalKind.ChangedMeanwhile, r?.Kind));
        Assert.Equal(before, await world.TracesAsync());
        var stored = await world.MustAsync(
            a1.Drafter,
            (GetApplication u) => u.ExecuteAsync(new(draft), Ct)
        );
        var written = await world.MustAsync(
            a1.Drafter,
            (GetReportDraft u) => u.ExecuteAsync(new(call.MyReport), Ct)
        );
        Assert.Equal("乙写的", stored.Plan.Foundation);
        Assert.Equal("乙写的", written.Content.Summary);
    }

    private static IEnumerable<UseCaseRow> Rows() =>
        OnceOnly.Select(t => UseCaseTable.Rows.Single(r => r.UseCase == t));
}
