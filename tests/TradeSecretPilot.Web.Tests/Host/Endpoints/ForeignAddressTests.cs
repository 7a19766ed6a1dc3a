using System.Net;
using System.Text.RegularExpressions;
using TradeSecretPilot.Testing;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Host.Endpoints;

/// <summary>
/// Addresses of records, documents, attachments and sealed copies as the national working group reads them off its pages, opened by
/// everybody whose own pages do not lead there: pages and files alike are not found, or not open to the role.
/// </summary>
public sealed partial class ForeignAddressTests(HostedWorlds worlds)
{
    private const int RecordsLookedAt = 8;
    private const string Denied = "您的角色不能打开此页";

    private static readonly string[] Lists = ["/applications", "/reports", "/pilots"];

    /// <summary>Those whose own pages name everything that they may open.</summary>
    private static readonly string[] Strangers =
    [
        "Drafter",
        "LocalApprover",
        "Expert",
        "SystemAdmin",
        "SecurityAdmin",
        "AuditAdmin",
    ];

    public static TheoryData<string> Providers => [.. HostedWorlds.Providers];

    /// <summary>In winter, when the national working group has records to read.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Open_WhatOthersRead_IsNotFound(string provider)
    {
        const bool inWinter = true;
        using var national = await worlds.VisitAsync(provider, inWinter);
        await national.EnterAsync(RoutablePages.Accounts["WorkingGroupLead"]);
        var read = await AddressesAsync(national);
        Assert.InRange(read.Count, 10, 1000);
        var wrong = new List<string>();
        foreach (var role in Strangers)
        {
            using var stranger = await worlds.VisitAsync(provider, inWinter);
            await stranger.EnterAsync(RoutablePages.Accounts[role]);
            var own = (await AddressesAsync(stranger)).Select(RecordOf).ToHashSet();
            foreach (var path in read.Where(p => !own.Contains(RecordOf(p))))
            {
                var (status, page) = await stranger.OpenAsync(path);
                // Whoever's role has no such page is led to the one that says so.
                var isDenied = page.QuerySelector("h1")?.TextContent == Denied;
                if (
                    !isDenied && status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                )
                {
                    wrong.Add($"{role} {path}: {(int)status}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Every address with an id in it on the lists and on the first records that they lead to.</summary>
    private static async Task<HashSet<string>> AddressesAsync(Visitor visitor)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            var links = await LinksAsync(visitor, list);
            found.UnionWith(links);
            foreach (var record in links.Where(l => IsRecord().IsMatch(l)).Take(RecordsLookedAt))
            {
                found.UnionWith(await LinksAsync(visitor, record));
            }
        }

        return found;
    }

    private static async Task<List<string>> LinksAsync(Visitor visitor, string path)
    {
        var (status, page) = await visitor.OpenAsync(path);
        return status != HttpStatusCode.OK
            ? []
            :
            [
                .. page.QuerySelectorAll("main a[href^='/']")
                    .Select(a => a.GetAttribute("href")!.Split('#')[0])
                    .Where(h => Id().IsMatch(h))
                    .Distinct(),
            ];
    }

    private static string RecordOf(string path) => Id().Match(path).Value;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("^/(applications|reports|pilots)/[0-9a-f-]{36}$")]
    private static partial Regex IsRecord();
}
