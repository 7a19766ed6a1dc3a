using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Infrastructure.Answers;

namespace TradeSecretPilot.UseCases.Tests.Platform;

/// <summary>Who sees which rows, table by table, and what the pages' reads make of them.</summary>
public sealed class TenancyTests(TestDatabases databases)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task NoActor_EveryTable_ZeroRows(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await Matrix.Consenting.AskAsync(world);
        await LayIdentityRowsAsync(world);

        var seen = await VisibleAsync(world, Tenancy.None);
        var all = await VisibleAsync(world, Tenancy.Everything);

        Assert.Equal([], seen.Where(t => t.Value > 0).Select(t => t.Key));
        Assert.Equal([], all.Where(t => t.Value == 0).Select(t => t.Key));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task LocalGovernment_SeesItsOwnOnly(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var me = world.Cast.A[0];
        var mine = await TenancyOfAsync(world, me.Drafter);

        Assert.Equal(
            [
                .. new[]
                {
                    "Account",
                    "Announcement",
                    "Application",
                    "AuditAnchor",
                    "Batch",
                    "Division",
                    "Extension",
                    "Notice",
                    "Organization",
                    "Pilot",
                    "PilotTask",
                    "PlanVersion",
                    "ProvincialCall",
                    "Receipt",
                    "RecordEvent",
                    "ReportObligation",
                    "SealedCopy",
                    "StoredFile",
                }.Except(await world.BehindTheDoorAsync(ExtensionsFor)),
            ],
            await VisibleTablesAsync(world, mine)
        );
        await world.Portal.LookAsync(
            mine,
            async db =>
            {
                var id = me.OrganizationId;
                Assert.True(await db.Applications.AllAsync(a => a.OrganizationId == id, Ct));
                Assert.Equal(2, await db.Applications.CountAsync(Ct));
                Assert.True(
                    await db.PlanVersions.AllAsync(
                        v => db.Applications.Any(a => a.Id == v.ApplicationId),
                        Ct
                    )
                );
                Assert.True(
                    await db.Receipts.AllAsync(
                        r => r.OrganizationId == id || r.Kind == ReceiptKind.Announcement,
                        Ct
                    )
                );
                Assert.True(await db.RecordEvents.AllAsync(e => e.OwnerId == id, Ct));
                Assert.True(await db.Pilots.AllAsync(p => p.OrganizationId == id, Ct));
                Assert.True(await db.ReportObligations.AllAsync(o => o.OrganizationId == id, Ct));
                Assert.True(await db.SealedCopies.AllAsync(s => s.OrganizationId == id, Ct));
                Assert.True(await db.StoredFiles.AllAsync(f => f.OrganizationId == id, Ct));
                Assert.True(await db.Notices.AllAsync(n => n.AccountId == me.Drafter, Ct));
                Assert.Equal([me.Drafter], await db.Accounts.Select(a => a.Id).ToListAsync(Ct));
                Assert.True(
                    await db.ProvincialCalls.AllAsync(
                        c => c.ProvinceCode == WorldBuilder.ProvinceA,
                        Ct
                    )
                );
                Assert.False(
                    await db.Organizations.AnyAsync(
                        o => o.Kind == OrganizationKind.LocalGovernment && o.Id != id,
                        Ct
                    )
                );
                Assert.False(await db.Batches.AnyAsync(b => b.Stage == BatchStage.Preparing, Ct));
                return 0;
            }
        );
        return;

        async Task<string[]> ExtensionsFor(PilotDbContext db) =>
            await db.Extensions.AnyAsync(
                e =>
                    e.Scope == ExtensionScope.Batch
                    || e.OrganizationId == me.OrganizationId
                    || (
                        e.Scope == ExtensionScope.Province
                        && e.ProvinceCode == WorldBuilder.ProvinceA
                    ),
                Ct
            )
                ? []
                : ["Extension"];
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Province_NeverSeesAnUnsentDraft(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var reviewer = cast.ProvinceA.Reviewer;
        await world.Portal.LookAsync(
            await TenancyOfAsync(world, reviewer),
            async db =>
            {
                Assert.True(
                    await db.Applications.AllAsync(
                        a => a.ProvinceCode == WorldBuilder.ProvinceA && a.VersionNumber > 0,
                        Ct
                    )
                );
                Assert.True(
                    await db.PlanVersions.AllAsync(
                        v => db.Applications.Any(a => a.Id == v.ApplicationId),
                        Ct
                    )
                );
                Assert.False(
                    await db.RecordEvents.AnyAsync(
                        e => e.SubjectId == cast.Application(cast.Open, cast.A[0]),
                        Ct
                    )
                );
                Assert.True(
                    await db.ReportObligations.AllAsync(
                        o => o.ProvinceCode == WorldBuilder.ProvinceA,
                        Ct
                    )
                );
                return 0;
            }
        );

        // What A3 writes after the return is A3's own.
        var returned = cast.Application(cast.Open, cast.A[2]);
        var read = TextOf(
            await world.MustAsync(
                reviewer,
                (GetApplication u) => u.ExecuteAsync(new(returned), Ct)
            ),
            await world.MustAsync(reviewer, (GetReview u) => u.ExecuteAsync(new(returned), Ct))
        );
        var own = TextOf(
            await world.MustAsync(
                cast.A[2].Drafter,
                (GetApplication u) => u.ExecuteAsync(new(returned), Ct)
            )
        );
        Assert.DoesNotContain(WorldBuilder.Unsent, read);
        Assert.Contains(WorldBuilder.Unsent, own);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Samr_BeforeForwarding_CountsOnly(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var wg = cast.WorkingGroup;
        var withProvinces = await world.BehindTheDoorAsync(db =>
            db.Applications.Where(a => a.ForwardedAt == null).Select(a => a.Id).ToListAsync(Ct)
        );
        Assert.NotEmpty(withProvinces);
        await world.Portal.LookAsync(
            await TenancyOfAsync(world, wg),
            async db =>
            {
                Assert.True(await db.Applications.AllAsync(a => a.ForwardedAt != null, Ct));
                Assert.False(
                    await db.PlanVersions.AnyAsync(v => withProvinces.Contains(v.ApplicationId), Ct)
                );
                Assert.False(
                    await db.ProvincialReviews.AnyAsync(
                        r => withProvinces.Contains(r.ApplicationId),
                        Ct
                    )
                );
                Assert.False(
                    await db.Receipts.AnyAsync(r => withProvinces.Contains(r.SubjectId), Ct)
                );
                Assert.False(
                    await db.RecordEvents.AnyAsync(e => withProvinces.Contains(e.SubjectId), Ct)
                );
                Assert.False(
                    await db.Extensions.AnyAsync(
                        e => withProvinces.Contains(e.ApplicationId!.Value),
                        Ct
                    )
                );
                // And of those that were forwarded, the whole story.
                Assert.True(
                    await db.RecordEvents.AnyAsync(e => e.Act == "Application.Submitted", Ct)
                );
                return 0;
            }
        );

        var list = await world.AsAsync(
            wg,
            (ListApplications u) => u.ExecuteAsync(new() { Batch = cast.Open }, Ct)
        );
        var progress = await world.MustAsync(
            wg,
            (GetForwardingProgress u) => u.ExecuteAsync(new(cast.Open), Ct)
        );
        var inbox = await world.AsAsync(wg, (GetInbox u) => u.ExecuteAsync(Ct));
        var a = progress.Provinces.Single(p => p.ProvinceCode == WorldBuilder.ProvinceA);
        Assert.Equal(0, list.Page.Total);
        Assert.Equal((1, 1, 1, 1), (a.Submitted, a.Returned, a.Recommended, a.Declined));
        // The reason of a decline in the open batch.
        Assert.DoesNotContain("基础较弱", TextOf(inbox));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Expert_PlanOnlyBetweenAcceptanceAndRecusalOrRelease_AndOwnSheetsOnly(
        DatabaseProvider provider
    )
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var cast = world.Cast;
        var (first, second) = (cast.Experts[0], cast.Experts[1]);
        var assigned = cast.Sheets.Single(s =>
            s.ExpertId == first && s.Status == ScoreSheetStatus.Assigned
        );
        var recused = cast.Sheets.Single(s => s.Status == ScoreSheetStatus.Recused);

        Assert.False(await SeesPlanAsync(first, assigned.ApplicationId));
        Assert.Null((await ReadSheetAsync()).Plan);
        await world.MustAsync(
            first,
            (AcceptAssignment u) => u.ExecuteAsync(new(assigned.Id, Seen.Present), Ct)
        );
        Assert.True(await SeesPlanAsync(first, assigned.ApplicationId));
        Assert.NotNull((await ReadSheetAsync()).Plan);
        await world.MustAsync(
            first,
            (RecuseFromAssignment u) =>
                u.ExecuteAsync(new(assigned.Id, "（示例）", Seen.Present), Ct)
        );
        Assert.False(await SeesPlanAsync(first, assigned.ApplicationId));
        Assert.False(await SeesPlanAsync(second, recused.ApplicationId));
        var accepted = cast.Sheets.Single(s =>
            s.ExpertId == first && s.Status == ScoreSheetStatus.Accepted
        );
        Assert.True(await SeesPlanAsync(first, accepted.ApplicationId));
        await world.MustAsync(
            cast.WorkingGroup,
            (ReleaseAssignments u) =>
                u.ExecuteAsync(new([accepted.Id], "（示例）未评分", Seen.Present), Ct)
        );
        Assert.False(await SeesPlanAsync(first, accepted.ApplicationId));

        await world.Portal.LookAsync(
            await TenancyOfAsync(world, first),
            async db =>
            {
                Assert.True(await db.ScoreSheets.AllAsync(s => s.ExpertId == first, Ct));
                Assert.False(
                    await db.Applications.AnyAsync(a => a.Id == assigned.ApplicationId, Ct)
                );
                Assert.Equal([first], await db.Experts.Select(e => e.Id).ToListAsync(Ct));
                Assert.Equal(0, await db.ProvincialReviews.CountAsync(Ct));
                Assert.Equal(0, await db.RecordEvents.CountAsync(Ct));
                return 0;
            }
        );
        return;

        async Task<bool> SeesPlanAsync(Guid expert, Guid application) =>
            await world.Portal.LookAsync(
                await TenancyOfAsync(world, expert),
                db => db.PlanVersions.AnyAsync(v => v.ApplicationId == application, Ct)
            );

        Task<GetScoreSheet.View> ReadSheetAsync() =>
            world.MustAsync(first, (GetScoreSheet u) => u.ExecuteAsync(new(assigned.Id), Ct));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task AdministratorsAndPublic_NoBusinessContent(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await Matrix.Consenting.AskAsync(world);
        await LayIdentityRowsAsync(world);
        // Open to everybody, and what an account needs for itself.
        string[] common = ["Announcement", "AuditAnchor", "Batch", "Division"];

        async Task SeesAsync(Tenancy tenancy, params string[] more) =>
            Assert.Equal(
                common.Concat(more).Order(StringComparer.Ordinal),
                await VisibleTablesAsync(world, tenancy)
            );

        await SeesAsync(
            await TenancyOfAsync(world, world.Cast.SystemAdmin),
            "Account",
            "ConsentRequest",
            "DueAction",
            "DueStall",
            "Expert",
            "MailChange",
            "Organization",
            "OutboxMessage",
            "PasswordLink"
        );
        await SeesAsync(
            await TenancyOfAsync(world, world.Cast.SecurityAdmin),
            "Account",
            "ConsentRequest",
            "IdentityUserClaim",
            "IdentityUserLogin",
            "IdentityUserPasskey",
            "IdentityUserToken",
            "MailChange",
            "Organization",
            "PasswordLink"
        );
        await SeesAsync(
            await TenancyOfAsync(world, world.Cast.AuditAdmin),
            "Account",
            "AuditCheck",
            "AuditEntry",
            // Of the day's anchor. What waited for its place in the trail has it by now.
            "Notice"
        );
        await SeesAsync(Tenancy.Of(Actor.Public), "Application", "Receipt");
        await world.Portal.LookAsync(
            Tenancy.Of(Actor.Public),
            async db =>
            {
                // The published list, by its regions; B2 was not selected, and the second batch is not published.
                var regions = await db.Applications.Select(a => a.RegionName).ToListAsync(Ct);
                Assert.Equal(
                    new[] { world.Cast.A[0], world.Cast.A[1], world.Cast.B[0] }
                        .Select(g => g.RegionName)
                        .Order(StringComparer.Ordinal),
                    regions.Order(StringComparer.Ordinal)
                );
                return 0;
            }
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task VerifyReceipt_WhoeverHoldsTheNumber_ReadsIt(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        var owner = world.Cast.A[1].OrganizationId;
        var number = await world.BehindTheDoorAsync(db =>
            db.Receipts.Where(r => r.OrganizationId == owner)
                .OrderBy(r => r.ReceivedAt)
                .Select(r => r.Number)
                .FirstAsync(Ct)
        );

        var read = await world.Portal.AsPublicAsync(
            (VerifyReceipt u) => u.ExecuteAsync(new(number), Ct)
        );

        foreach (
            var account in new[]
            {
                world.Cast.B[0].Drafter,
                world.Cast.ProvinceB.Reviewer,
                world.Cast.WorkingGroup,
                world.Cast.Experts[0],
                world.Cast.AuditAdmin,
            }
        )
        {
            Assert.Equal(
                read.Value,
                await world.MustAsync(account, (VerifyReceipt u) => u.ExecuteAsync(new(number), Ct))
            );
        }
    }

    private static async Task<Tenancy> TenancyOfAsync(World world, Guid account) =>
        Tenancy.Of(
            await world.BehindTheDoorAsync(db =>
                (
                    from a in db.Accounts
                    where a.Id == account
                    join o in db.Organizations on a.OrganizationId equals o.Id into organizations
                    from o in organizations.DefaultIfEmpty()
                    select new Actor
                    {
                        AccountId = a.Id,
                        Name = a.DisplayName,
                        Role = a.Role,
                        OrganizationId = a.OrganizationId,
                        OrganizationKind = o == null ? null : o.Kind,
                        ProvinceCode = o == null ? null : o.ProvinceCode,
                    }
                ).SingleAsync(Ct)
            )
        );

    /// <summary>Rows of the portal itself, and an entry that waits for its place in the trail.</summary>
    private static async Task LayIdentityRowsAsync(World world)
    {
        await LayPortalRowsAsync(world);
        await world.Portal.AsJobAsync(
            RecordSignIn.Job,
            (RecordSignIn u) => u.ExecuteAsync(new("lead", SignInOutcome.Failed, null), Ct)
        );
    }

    /// <summary>What signing in with a token, a second factor or another service leaves, and a key of cookies.</summary>
    private static Task<int> LayPortalRowsAsync(World world) =>
        world.BehindTheDoorAsync(db =>
        {
            var user = world.Cast.Lead;
            db.Add(
                new CacheEntry
                {
                    Key = ContentHash.Of("x"),
                    Value = [1],
                    ExpiresAt = DateTimeOffset.UnixEpoch,
                }
            );
            db.Add(
                new IdentityUserToken<Guid>
                {
                    UserId = user,
                    LoginProvider = "x",
                    Name = "key",
                    Value = "secret",
                }
            );
            db.Add(
                new IdentityUserClaim<Guid>
                {
                    UserId = user,
                    ClaimType = "x",
                    ClaimValue = "x",
                }
            );
            db.Add(
                new IdentityUserLogin<Guid>
                {
                    UserId = user,
                    LoginProvider = "x",
                    ProviderKey = "x",
                }
            );
            db.Add(PasswordLink.For(user, LinkKind.Reset, LinkWay.Letter, WorldBuilder.Now));
            db.Add(MailChange.For(user, "wei@example.cn", WorldBuilder.Now));
            db.Add(
                new IdentityUserPasskey<Guid>
                {
                    UserId = user,
                    CredentialId = [1],
                    Data = new()
                    {
                        PublicKey = [1],
                        AttestationObject = [1],
                        ClientDataJson = [1],
                        Name = "x",
                    },
                }
            );
            db.Add(
                DueStall.First(
                    DueActionKind.LapseDraft,
                    user,
                    WorldBuilder.Now,
                    DueStall.NotPerformed,
                    WorldBuilder.Now
                )
            );
            db.Add(SavedSearch.Keep(user, "x", "?q=x", WorldBuilder.Now));
            db.Add(new DataProtectionKey { FriendlyName = "x", Xml = "<key/>" });
            return db.SaveChangesAsync(Ct);
        });

    private static async Task<IEnumerable<string>> VisibleTablesAsync(
        World world,
        Tenancy tenancy
    ) =>
        (await VisibleAsync(world, tenancy))
            .Where(t => t.Value > 0)
            .Select(t => t.Key)
            .Order(StringComparer.Ordinal);

    /// <summary>Rows that a tenancy sees, by entity.</summary>
    private static Task<Dictionary<string, int>> VisibleAsync(World world, Tenancy tenancy) =>
        world.Portal.LookAsync(
            tenancy,
            async db =>
            {
                var count = typeof(TenancyTests).GetMethod(
                    nameof(CountAsync),
                    BindingFlags.NonPublic | BindingFlags.Static
                )!;
                var seen = new Dictionary<string, int>();
                foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned()))
                {
                    seen[entity.ShortName()] = await (Task<int>)
                        count.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
                }

                return seen;
            }
        );

    private static Task<int> CountAsync<T>(PilotDbContext db)
        where T : class => db.Set<T>().CountAsync(Ct);
}
