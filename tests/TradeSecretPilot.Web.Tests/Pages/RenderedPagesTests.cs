using System.Net;
using System.Reflection;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Tests.Infrastructure;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Tests.Pages;

/// <summary>Every page for everybody who may open it, drawn while each of its questions to the database is answered late.</summary>
public sealed class RenderedPagesTests(HostedWorlds worlds)
{
    /// <summary>Whoever is not signed in.</summary>
    private const string Public = nameof(Public);

    /// <summary>They draw nothing that they read: the frame stands empty at first, the redirection shows nothing at all.</summary>
    private static readonly Type[] DrawSafely = [typeof(ShellLayout), typeof(RedirectToSignIn)];

    private static readonly IReadOnlyList<RoutablePage> All = RoutablePages.Read(
        typeof(Program).Assembly,
        typeof(Permissions).Assembly,
        typeof(Role).Assembly
    );

    public static TheoryData<string, string> Cases =>
        new(
            from provider in HostedWorlds.Providers
            from role in RoutablePages.Accounts.Keys.Append(Public)
            select (provider, role)
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Pages_OfARole_AreDrawnWithDataThatComesLate(string provider, string role)
    {
        var faults = new List<string>();
        foreach (var world in VisitsOf(role).GroupBy(v => v.Visit.InWinter))
        {
            using var visitor = await worlds.VisitAsync(provider, world.Key);
            if (role != Public)
            {
                await visitor.EnterAsync(RoutablePages.Accounts[role]);
            }

            foreach (var (page, visit) in world)
            {
                faults.AddRange(await LookAsync(visitor, page, visit));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Components_ThatRead_AreNotDrawnBeforeTheyHaveRead()
    {
        string[] drawWhileTheyWait = ["OnInitializedAsync", "OnParametersSetAsync"];
        var wrong =
            from component in typeof(Program).Assembly.GetTypes()
            where typeof(ComponentBase).IsAssignableFrom(component)
            where !DrawSafely.Contains(component)
            from method in component.GetMethods(
                BindingFlags.Instance
                    | BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly
            )
            where drawWhileTheyWait.Contains(method.Name)
            select $"{component.FullName}.{method.Name}: override a method of {nameof(LoadingComponent)} instead.";

        Assert.Empty(wrong);
    }

    private static IEnumerable<(RoutablePage Page, PageVisit Visit)> VisitsOf(string role) =>
        from page in All
        where page.IsPublic ? role == Public : page.Roles.Contains(role)
        let visit = PageVisit.Of(page.Pattern, role)
        where visit is not null
        select (page, visit);

    private static async Task<List<string>> LookAsync(
        Visitor visitor,
        RoutablePage page,
        PageVisit visit
    )
    {
        var path = visit.Path;
        var (status, shown) = await visitor.OpenAsync(path);
        if (visit.Link is not null)
        {
            if (shown.QuerySelector($"main {visit.Link}")?.GetAttribute("href") is not { } link)
            {
                return [$"{path} leads to no {page.Pattern}."];
            }

            path = link;
            (status, shown) = await visitor.OpenAsync(path);
        }

        if (visit.IsMessage)
        {
            return shown.QuerySelector(".statuspage h1") is null ? [$"{path} says nothing."] : [];
        }

        return
        [
            .. status == HttpStatusCode.OK ? [] : new[] { $"{path} answered {(int)status}." },
            .. shown
                .QuerySelectorAll(".statuspage h1")
                .Select(h => $"{path} says: {h.TextContent}"),
            .. shown.QuerySelector("h1") is null ? new[] { $"{path} has no heading." } : [],
        ];
    }
}
