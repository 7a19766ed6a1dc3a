using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using TradeSecretPilot.UseCases.Workflow;
using static TradeSecretPilot.UseCases.Tests.Infrastructure.Answers;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>
/// Until publication the outcome stays with SAMR: A2 is selected in the decided batch, A3 is not, and neither they nor their
/// province can tell by anything the portal answers.
/// </summary>
public sealed class UnpublishedOutcomeTests(TestDatabases databases)
{
    private static readonly ApplicationStatus[] Outcomes =
    [
        ApplicationStatus.Appraised,
        ApplicationStatus.Selected,
        ApplicationStatus.NotSelected,
    ];

    /// <summary>Acts that would tell how far the appraisal has come.</summary>
    private static readonly Act[] Internal =
    [
        Act.ApplicationExpertsAssigned,
        Act.ApplicationAssignmentAccepted,
        Act.ApplicationExpertRecused,
        Act.ApplicationExpertReleased,
        Act.ApplicationScoresSubmitted,
        Act.ApplicationAppraised,
        Act.ApplicationDecidedSelected,
        Act.ApplicationDecidedNotSelected,
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task SeenIn_EveryStatusAndReader_IsWhatSeenBySays(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var province = Reader(Role.ProvincialReviewer, OrganizationKind.ProvincialRegulator);
        var national = Reader(Role.WorkingGroup, OrganizationKind.NationalRegulator);
        foreach (var reader in new[] { province, national, Actor.System("示例") })
        {
            var (bySql, byMemory) = await world.BehindTheDoorAsync(async db =>
            {
                var all = await db
                    .Applications.Select(a => new { a.Status, IsPublished = a.AnnouncedAt != null })
                    .ToListAsync(Ct);
                var counts = new Dictionary<ApplicationStatus, int>();
                foreach (var status in Enum.GetValues<ApplicationStatus>())
                {
                    counts[status] = await db.Applications.SeenIn(status, reader).CountAsync(Ct);
                }

                return (
                    counts,
                    Enum.GetValues<ApplicationStatus>()
                        .ToDictionary(
                            s => s,
                            s => all.Count(a => a.Status.SeenBy(reader, a.IsPublished) == s)
                        )
                );
            });

            Assert.Equal(byMemory, bySql);
        }

        // The world has outcomes of both kinds, or this says nothing.
        Assert.Equal(
            2,
            await world.BehindTheDoorAsync(db =>
                db.Applications.Where(a => a.Status == ApplicationStatus.Selected)
                    .Select(a => a.AnnouncedAt != null)
                    .Distinct()
                    .CountAsync(Ct)
            )
        );

        static Actor Reader(Role role, OrganizationKind kind) =>
            new()
            {
                Name = "示例",
                Role = role,
                OrganizationKind = kind,
            };
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Decided_BelowSamr_ReadsAsForwarded(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        foreach (
            var reader in new[] { cast.A[1].Drafter, cast.A[2].Approver, cast.ProvinceA.Reviewer }
        )
        {
            var list = await ListAsync(world, reader, null);
            Assert.NotEmpty(list.Page.Items);
            Assert.All(list.Page.Items, r => Assert.Equal(ApplicationStatus.Forwarded, r.Status));
            Assert.Equal([ApplicationStatus.Forwarded], list.Counts.Keys);
            Assert.Equal(
                list.Page.Total,
                (await ListAsync(world, reader, ApplicationStatus.Forwarded)).Page.Total
            );
            foreach (var outcome in Outcomes)
            {
                Assert.Equal(0, (await ListAsync(world, reader, outcome)).Page.Total);
            }

            foreach (var row in list.Page.Items)
            {
                var record = await world.MustAsync(
                    reader,
                    (GetApplication u) => u.ExecuteAsync(new(row.Id), Ct)
                );
                Assert.Equal(ApplicationStatus.Forwarded, record.Status);
                Assert.Null(record.MeanHundredths);
                Assert.Null(record.AppraisalRank);
                Assert.DoesNotContain(record.Timeline, e => Internal.Contains(e.Act!.Value));
            }

            var talk = TextOf(
                await world.AsAsync(reader, (GetInbox u) => u.ExecuteAsync(Ct)),
                (
                    await world.AsAsync(
                        reader,
                        (ListNotices u) => u.ExecuteAsync(new(Paging: new(1, 200)), Ct)
                    )
                ).Page.Items.Where(n => n.At > WorldBuilder.At(2022, 7, 1))
            );
            Assert.DoesNotContain("入选", talk);
            Assert.DoesNotContain("Selected", talk);
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Decided_OrderOfLists_IsThatOfForwardedOnes(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);

        var orders = await world.BehindTheDoorAsync(db =>
            db.Applications.Where(a =>
                    a.AnnouncedAt == null
                    && (a.Status == ApplicationStatus.Forwarded || Outcomes.Contains(a.Status))
                )
                .Select(a => new
                {
                    a.Status,
                    Order = EF.Property<int>(a, ApplicationOrder.Urgency),
                })
                .Distinct()
                .ToListAsync(Ct)
        );

        Assert.Contains(orders, o => o.Status == ApplicationStatus.Selected);
        Assert.Single(orders.Select(o => o.Order).Distinct());
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Decided_ActsRefused_InTheSameWordsForBoth(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var said = new List<string>();
        foreach (var region in new[] { cast.A[1], cast.A[2] })
        {
            var id = cast.Application(cast.Decided, region);
            var version = await world.BehindTheDoorAsync(db =>
                db.Applications.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Ct)
            );
            object[] answers =
            [
                await world.AsAsync(
                    region.Drafter,
                    (SaveWorkPlan u) => u.ExecuteAsync(new(id, version, WorkPlan.Empty), Ct)
                ),
                await world.AsAsync(
                    region.Approver,
                    (SubmitApplication u) => u.ExecuteAsync(new(id, version), Ct)
                ),
                await world.AsAsync(
                    region.Approver,
                    (WithdrawApplication u) => u.ExecuteAsync(new(id, "（示例）", Seen.Present), Ct)
                ),
                await world.AsAsync(
                    cast.ProvinceA.Reviewer,
                    (ReturnApplication u) =>
                        u.ExecuteAsync(new(id, "（示例）", [], Seen.Present), Ct)
                ),
                await world.AsAsync(
                    cast.ProvinceA.Reviewer,
                    (RecommendApplication u) =>
                        u.ExecuteAsync(
                            new(id, WorldBuilder.AllConform, "（示例）", Seen.Present),
                            Ct
                        )
                ),
                await world.AsAsync(
                    cast.ProvinceA.Reviewer,
                    (SaveReview u) =>
                        u.ExecuteAsync(
                            new(id, WorldBuilder.AllConform, "（示例）", [], Seen.Present),
                            Ct
                        )
                ),
                await world.AsAsync(
                    cast.ProvinceA.Approver,
                    (DeclineApplication u) => u.ExecuteAsync(new(id, "（示例）", Seen.Present), Ct)
                ),
                await world.AsAsync(
                    cast.ProvinceA.Approver,
                    (ExtendApplication u) =>
                        u.ExecuteAsync(new(id, new(2022, 12, 30), "（示例）", Seen.Present), Ct)
                ),
            ];
            Assert.All(answers, a => Assert.NotNull(RefusalOf(a)));
            said.Add(TextOf(answers.Select(RefusalOf)));
        }

        Assert.Equal(said[0], said[1]);
        Assert.DoesNotContain("入选", said[0]);
        Assert.DoesNotContain("Selected", said[0]);
    }

    private static Task<ListApplications.View> ListAsync(
        World world,
        Guid reader,
        ApplicationStatus? status
    ) =>
        world.AsAsync(
            reader,
            (ListApplications u) =>
                u.ExecuteAsync(new() { Batch = world.Cast.Decided, Status = status }, Ct)
        );
}
