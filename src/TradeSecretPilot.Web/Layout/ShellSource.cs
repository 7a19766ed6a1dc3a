using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Sample;
using TradeSecretPilot.Web.Account;
using TradeSecretPilot.Web.Demo;
using TradeSecretPilot.Web.Hosting;
using TradeSecretPilot.Web.Localization;

namespace TradeSecretPilot.Web.Layout;

/// <summary>Reads what the frame around a page shows.</summary>
public sealed class ShellSource(
    AuthenticationStateProvider authentication,
    IServiceProvider services,
    IServiceScopeFactory scopes,
    IStringLocalizer texts
)
{
    private static readonly (string Name, Role[] Roles, bool Wide)[] Groups =
    [
        ("地方政府", [Role.Drafter, Role.LocalApprover], false),
        ("省级市场监管部门", [Role.ProvincialReviewer, Role.ProvincialApprover], false),
        ("市场监管总局", [Role.WorkingGroup, Role.WorkingGroupLead], false),
        ("专家组", [Role.Expert], false),
        ("三员（互不兼任）", [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin], true),
    ];

    /// <summary>Something that the frame counts has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Says so, after an act that changes what waits or what is unread.</summary>
    public void Refresh() => Changed?.Invoke(this, EventArgs.Empty);

    public async Task<ShellModel> LoadAsync()
    {
        var demo = await LoadClockAsync();
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (user.AccountId() is not { } account || user.Role() is null)
        {
            return new ShellModel(demo, null);
        }

        // A scope of its own: the frame is also drawn where the page's scope has no actor yet.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeAccount(account);
        try
        {
            var shell = await scope
                .ServiceProvider.GetRequiredService<GetShell>()
                .ExecuteAsync(default);
            var inbox = await scope
                .ServiceProvider.GetRequiredService<GetInbox>()
                .ExecuteAsync(default);
            var role = texts[RoleWords.Of(shell.Role)].Value;
            var name = Cultures.IsChinese ? shell.BatchNameZh : shell.BatchNameEn;
            return new ShellModel(
                demo,
                new ShellPerson(shell.Name, shell.OrganizationName ?? role, shell.Role),
                shell.UnreadNotices,
                inbox.Tasks.Count,
                name is null ? null : texts["{0}（{1}年）", name, shell.BatchYear!].Value
            );
        }
        catch (PermissionDeniedException)
        {
            return new ShellModel(demo, null);
        }
    }

    /// <summary>The one-click entrances of the demonstration; none outside it.</summary>
    public async Task<IReadOnlyList<DemoEntranceGroup>> LoadEntrancesAsync()
    {
        if (services.GetService<DemoControl>() is null)
        {
            return [];
        }

        var rows = await scopes.AsJobAsync((ListDemoEntrances act) => act.ExecuteAsync(default));
        var entrances = new List<(Role Role, DemoEntrance Entrance)>();
        foreach (var row in rows)
        {
            entrances.Add((row.Role, await EntranceAsync(row)));
        }

        return
        [
            .. Groups.Select(g => new DemoEntranceGroup(
                g.Name,
                [
                    .. g
                        .Roles.SelectMany(r => entrances.Where(e => e.Role == r))
                        .Select(e => e.Entrance),
                ],
                g.Wide
            )),
        ];
    }

    private async Task<DemoEntrance> EntranceAsync(ListDemoEntrances.Row row)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().BecomeAccount(row.AccountId);
        var inbox = await scope
            .ServiceProvider.GetRequiredService<GetInbox>()
            .ExecuteAsync(default);
        var administrator = row.Role is Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin;
        var pressing = inbox.Tasks.Any(t =>
            t.DueAt is { } due && due - inbox.Now < TimeSpan.FromDays(1)
        );
        return new DemoEntrance(
            row.UserName,
            RoleWords.Of(row.Role),
            row.Place ?? "",
            administrator ? null : texts["{0}件待办", inbox.Tasks.Count].Value,
            pressing
        );
    }

    private async Task<DemoClock?> LoadClockAsync() =>
        services.GetService<DemoControl>() is { } control
            ? new DemoClock(control.Now, await control.NextDeadlineAsync(default))
            : null;
}
