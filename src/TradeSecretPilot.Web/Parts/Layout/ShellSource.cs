using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Demo;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Parts.Layout;

/// <summary>Reads what the frame around a page shows.</summary>
public sealed class ShellSource : IDisposable
{
    private static readonly (string Name, Role[] Roles, bool Wide)[] Groups =
    [
        ("地方政府", [Role.Drafter, Role.LocalApprover], false),
        ("省级市场监管部门", [Role.ProvincialReviewer, Role.ProvincialApprover], false),
        ("市场监管总局", [Role.WorkingGroup, Role.WorkingGroupLead], false),
        ("专家组", [Role.Expert], false),
        ("三员（互不兼任）", [Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin], true),
    ];

    private readonly AuthenticationStateProvider _authentication;
    private readonly IServiceProvider _services;
    private readonly IServiceScopeFactory _scopes;
    private readonly IStringLocalizer _texts;
    private readonly CurrentActor _actor;

    public ShellSource(
        AuthenticationStateProvider authentication,
        IServiceProvider services,
        IServiceScopeFactory scopes,
        IStringLocalizer texts,
        CurrentActor actor
    )
    {
        (_authentication, _services, _scopes, _texts, _actor) = (
            authentication,
            services,
            scopes,
            texts,
            actor
        );
        _actor.Acted += OnActed;
    }

    /// <summary>Something that the frame counts has changed: an act did, or somebody says so.</summary>
    public event EventHandler? Changed;

    /// <summary>Says so, after what is no act but changes what is unread.</summary>
    public void Refresh() => Changed?.Invoke(this, EventArgs.Empty);

    public void Dispose() => _actor.Acted -= OnActed;

    /// <param name="ct">Of the page or request the frame is drawn for.</param>
    public async Task<ShellModel> LoadAsync(CancellationToken ct)
    {
        var demo = await LoadClockAsync(ct);
        var user = (await _authentication.GetAuthenticationStateAsync()).User;
        if (user.AccountId() is not { } account || user.Role() is null)
        {
            return new ShellModel(demo, null);
        }

        if (user.Gate() is not null)
        {
            var own = InLanguage.Of(Terms.Of(user.Role()!.Value));
            var self = user.FindFirstValue(PortalClaims.DisplayName) ?? "";
            return new ShellModel(
                demo,
                new ShellPerson(self, own, user.Role()!.Value, account),
                Gated: true
            );
        }

        // A scope of its own: the frame is also drawn where the page's scope has no actor yet.
        await using var scope = _scopes.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<CurrentActor>()
            .ActAsAccount(account, user.SessionId());
        try
        {
            var shell = await scope.ServiceProvider.GetRequiredService<GetShell>().ExecuteAsync(ct);
            var role = InLanguage.Of(Terms.Of(shell.Role));
            var name = Cultures.IsChinese ? shell.BatchNameZh : shell.BatchNameEn;
            return new ShellModel(
                demo,
                new ShellPerson(shell.Name, shell.OrganizationName ?? role, shell.Role, account),
                shell.UnreadNotices,
                shell.Tasks,
                shell.LiveBatches > 1 ? _texts["{0}个批次进行中", shell.LiveBatches].Value
                    : name is null ? null
                    : _texts["{0}（{1}年）", name, shell.BatchYear!].Value
            );
        }
        catch (PermissionDeniedException)
        {
            return new ShellModel(demo, null);
        }
    }

    /// <summary>The one-click entrances of the demonstration; none outside it.</summary>
    public async Task<IReadOnlyList<DemoEntranceGroup>> LoadEntrancesAsync(CancellationToken ct)
    {
        if (_services.GetService<IDemonstration>() is not { } demonstration)
        {
            return [];
        }

        return await _services
            .GetRequiredService<EntranceCache>()
            .GetAsync(() => ReadEntrancesAsync(demonstration, ct), ct);
    }

    private async Task<IReadOnlyList<DemoEntranceGroup>> ReadEntrancesAsync(
        IDemonstration demonstration,
        CancellationToken ct
    )
    {
        var rows = await demonstration.ListAccountsAsync(ct);
        var entrances = new List<(Role Role, DemoEntrance Entrance)>();
        foreach (var row in rows)
        {
            entrances.Add((row.Role, await EntranceAsync(row, ct)));
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

    private async Task<DemoEntrance> EntranceAsync(SampleAccount row, CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActAsAccount(row.AccountId);
        ListTasks.View inbox;
        try
        {
            inbox = await scope.ServiceProvider.GetRequiredService<ListTasks>().ExecuteAsync(ct);
        }
        catch (PermissionDeniedException)
        {
            // A visitor has locked it, or left it without its organisation: the others still enter.
            return new DemoEntrance(
                row.UserName,
                InLanguage.Of(Terms.Of(row.Role)),
                row.Place ?? "",
                _texts["不能登录"].Value,
                false
            );
        }

        var administrator = row.Role is Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin;
        var pressing = inbox.Tasks.Any(t =>
            t.DueAt is { } due && due - inbox.Now < TimeSpan.FromDays(1)
        );
        return new DemoEntrance(
            row.UserName,
            InLanguage.Of(Terms.Of(row.Role)),
            row.Place ?? "",
            administrator ? null : _texts["{0}件待办", inbox.Total].Value,
            pressing
        );
    }

    private async Task<DemoClock?> LoadClockAsync(CancellationToken ct) =>
        _services.GetService<IDemonstration>() is { } demonstration
            ? new DemoClock(demonstration.Now, await demonstration.NextDeadlineAsync(ct))
            : null;

    private void OnActed(object? sender, EventArgs e) => Refresh();
}
