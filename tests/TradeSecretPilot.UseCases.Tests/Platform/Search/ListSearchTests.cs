using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Divisions;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.Pilots;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Organizations;
using TradeSecretPilot.UseCases.Pilots;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Audit;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Identity;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using Application = TradeSecretPilot.Domain.Applications.Application;

namespace TradeSecretPilot.UseCases.Tests.Platform.Search;

/// <summary>Every list with a search finds alike, and every list in the order of names stands alike, on each database.</summary>
public sealed class ListSearchTests(TestDatabases databases)
{
    private const string Name = "示例广东ABC杭州区";

    private static readonly Paging All = new(1, Paging.MaxSize);

    private static readonly string[] Finding =
    [
        "广东",
        "ＡＢＣ",
        "廣東ａｂｃ",
        "杭州 广东",
        "hz",
        "gdabchz",
        "guangdong",
        "hangzhouqu",
        "广\u200b东\ufeff",
        "  广东\u3000\t",
        "广东 广东 广东",
    ];

    /// <summary>These find nobody, and hurt nothing.</summary>
    private static readonly string[] Missing =
    [
        "广东 没有的",
        "%",
        "_",
        "[a]",
        "\\",
        "'; --",
        "👍🏽",
        "\ud83d",
        "angzhou",
        new('长', 5000),
        string.Join(' ', Enumerable.Range(100_000, 1000)),
    ];

    /// <summary>These say nothing, so everybody is found.</summary>
    private static readonly string[] Empty = ["", "   ", "\u3000", "\0", "\u200b\u2060"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_WhateverIsTyped_FindTheName(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await NameAsync(world);

        foreach (var (list, search) in Searches)
        {
            var all = await search(world, null);
            Assert.Contains(Name, all);
            foreach (var typed in Finding)
            {
                var found = await search(world, typed);
                Assert.True(found.Contains(Name), $"{list}: {typed} does not find {Name}");
                Assert.True(found.Count < all.Count, $"{list}: {typed} finds everything");
            }

            foreach (var typed in Missing)
            {
                Assert.Empty(await search(world, typed));
            }

            foreach (var typed in Empty)
            {
                Assert.Equal(all, await search(world, typed));
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Divisions_ByPathAndBeginning_Found(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);

        Assert.Contains("杭州市", await DivisionsAsync(world, "zjhz"));
        Assert.Contains("西湖区", await DivisionsAsync(world, "浙江杭州西湖"));
        Assert.Contains("西湖区", await DivisionsAsync(world, "西湖 浙江"));
        Assert.Equal(["吉林省", "吉林市"], (await DivisionsAsync(world, "吉林")).Take(2));
        Assert.Equal(["重庆市"], (await DivisionsAsync(world, "chongqing")).Take(1));
        Assert.Equal(["杭州市"], await DivisionsAsync(world, "330100"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Applications_ByProvinceAndRegion_Found(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        await NameAsync(world);
        var province = await world.BehindTheDoorAsync(db =>
            db.Divisions.Where(d => d.Code == WorldBuilder.ProvinceA)
                .Select(d => d.Name)
                .SingleAsync(Ct)
        );

        Assert.Equal([Name], await ApplicationsAsync(world, $"广东 {province}"));
        Assert.Equal([Name], await ApplicationsAsync(world, $"{province}{Name}"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Lists_OfNames_StandByPinyin(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);
        string[] experts = ["章二", "ABC所", "单雄信", "张三"];
        foreach (var (id, name) in world.Cast.Experts.Zip(experts))
        {
            await world.SetAsync<Expert>(e => e.Id == id, v => v["Name"] = name);
            await world.SetAsync<Account>(a => a.Id == id, v => v["DisplayName"] = name);
        }

        // Two pilots of one province.
        string[] regions = ["长沙市", "阿坝"];
        var (changsha, aba) = (world.Cast.A[0].OrganizationId, world.Cast.A[1].OrganizationId);
        await world.SetAsync<Pilot>(
            p => p.OrganizationId == changsha,
            v => v["RegionName"] = "长沙市"
        );
        await world.SetAsync<Pilot>(p => p.OrganizationId == aba, v => v["RegionName"] = "阿坝");
        await world.SetAsync<ReportObligation>(
            o => o.OrganizationId == changsha,
            v => v["RegionName"] = "长沙市"
        );
        await world.SetAsync<ReportObligation>(
            o => o.OrganizationId == aba,
            v => v["RegionName"] = "阿坝"
        );

        Assert.Equal(["ABC所", "单雄信", "张三", "章二"], await ExpertsAsync(world, null));
        Assert.Equal(
            ["ABC所", "单雄信", "张三", "章二"],
            (await AccountsAsync(world, null)).Intersect(experts)
        );
        Assert.Equal(
            ["ABC所", "单雄信", "张三", "章二"],
            (await AccountSecurityAsync(world, null)).Intersect(experts)
        );
        var pilots = await world.AsAsync(
            world.Cast.Lead,
            (ListPilots u) => u.ExecuteAsync(new() { Batch = world.Cast.Running }, Ct)
        );
        Assert.Equal(["阿坝", "长沙市"], pilots.Items.Select(p => p.RegionName).Intersect(regions));
        var reports = await world.AsAsync(
            world.Cast.Lead,
            (ListReports u) => u.ExecuteAsync(new() { Batch = world.Cast.Running, Ordinal = 1 }, Ct)
        );
        Assert.Equal(
            ["阿坝", "长沙市"],
            reports.Items.Select(r => r.RegionName).Intersect(regions)
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task Organizations_TheNationalOne_StandsFirst(DatabaseProvider provider)
    {
        await using var world = await databases.CreateWorldAsync(provider);

        var first = await world.AsAsync(
            world.Cast.SystemAdmin,
            (ListOrganizations u) => u.ExecuteAsync(new(Paging: All), Ct)
        );

        Assert.Equal(OrganizationKind.NationalRegulator, first.Items[0].Kind);
    }

    private static readonly Dictionary<string, Func<World, string?, Task<List<string>>>> Searches =
        new()
        {
            [nameof(ListApplications)] = ApplicationsAsync,
            [nameof(ListExperts)] = ExpertsAsync,
            [nameof(ListAccounts)] = AccountsAsync,
            [nameof(ListAccountSecurity)] = AccountSecurityAsync,
            [nameof(ListOrganizations)] = OrganizationsAsync,
            // One province: the whole country does not fit a page.
            [nameof(ListDivisions)] = (world, text) => DivisionsAsync(world, text, "330000"),
            [nameof(ListAuditEntries)] = AuditAsync,
        };

    /// <summary>One row of each list has the name.</summary>
    private static async Task NameAsync(World world)
    {
        var place = world.Cast.A[0].OrganizationId;
        var application = world.Cast.Application(world.Cast.Running, world.Cast.A[0]);
        await world.SetAsync<Application>(a => a.Id == application, v => v["RegionName"] = Name);
        await world.SetAsync<Organization>(o => o.Id == place, v => v["Name"] = Name);
        await world.SetAsync<Division>(d => d.Code == "330105", v => v["Name"] = Name);
        var expert = world.Cast.Experts[0];
        await world.SetAsync<Expert>(e => e.Id == expert, v => v["Name"] = Name);
        await world.SetAsync<Account>(a => a.Id == expert, v => v["DisplayName"] = Name);
        var last = await world.BehindTheDoorAsync(db =>
            db.AuditEntries.MaxAsync(e => e.Sequence, Ct)
        );
        await world.SetAsync<AuditEntry>(e => e.Sequence == last, v => v["ActorName"] = Name);
    }

    private static async Task<List<string>> ApplicationsAsync(World world, string? text) =>
        [
            .. (
                await world.AsAsync(
                    world.Cast.Lead,
                    (ListApplications u) =>
                        u.ExecuteAsync(
                            new()
                            {
                                Batch = world.Cast.Running,
                                Text = text,
                                Paging = All,
                            },
                            Ct
                        )
                )
            ).Page.Items.Select(r => r.RegionName),
        ];

    private static async Task<List<string>> ExpertsAsync(World world, string? text) =>
        [
            .. (
                await world.AsAsync(
                    world.Cast.WorkingGroup,
                    (ListExperts u) =>
                        u.ExecuteAsync(
                            new()
                            {
                                BatchId = world.Cast.Appraising,
                                Text = text,
                                Paging = All,
                            },
                            Ct
                        )
                )
            ).Items.Select(r => r.Name),
        ];

    private static async Task<List<string>> AccountsAsync(World world, string? text) =>
        [
            .. (
                await world.AsAsync(
                    world.Cast.SystemAdmin,
                    (ListAccounts u) => u.ExecuteAsync(new(text, Paging: All), Ct)
                )
            ).Items.Select(r => r.DisplayName),
        ];

    private static async Task<List<string>> AccountSecurityAsync(World world, string? text) =>
        [
            .. (
                await world.AsAsync(
                    world.Cast.SecurityAdmin,
                    (ListAccountSecurity u) => u.ExecuteAsync(new(text, Paging: All), Ct)
                )
            ).Items.Select(r => r.DisplayName),
        ];

    private static async Task<List<string>> OrganizationsAsync(World world, string? text) =>
        [
            .. (
                await world.AsAsync(
                    world.Cast.SystemAdmin,
                    (ListOrganizations u) => u.ExecuteAsync(new(text, Paging: All), Ct)
                )
            ).Items.Select(r => r.Name),
        ];

    private static async Task<List<string>> DivisionsAsync(
        World world,
        string? text,
        string? province = null
    ) =>
        [
            .. (
                await world.AsAsync(
                    world.Cast.SystemAdmin,
                    (ListDivisions u) => u.ExecuteAsync(new(province, text, Paging: All), Ct)
                )
            ).Items.Select(r => r.Name),
        ];

    private static async Task<List<string>> AuditAsync(World world, string? text) =>
        [
            .. (
                await world.AsAsync(
                    world.Cast.AuditAdmin,
                    (ListAuditEntries u) => u.ExecuteAsync(new() { Actor = text, Size = 200 }, Ct)
                )
            ).Items.Select(r => r.ActorName),
        ];
}
