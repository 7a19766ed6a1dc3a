using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Admin;

/// <summary>运行情况: what fell due and was done, the mail outbox, and health.</summary>
public sealed partial class Operations
{
    private const string MailView = "mail";
    private const string HealthView = "health";

    private static readonly Paging OneRow = new(1, 1);

    [Inject]
    public required ListDueActions ListDueActions { get; set; }

    [Inject]
    public required ListStalledItems ListStalledItems { get; set; }

    [Inject]
    public required ListOutbox ListOutbox { get; set; }

    [Inject]
    public required GetMailRoute GetMailRoute { get; set; }

    [Inject]
    public required HealthCheckService Checks { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Page<ListDueActions.Row>? Actions { get; set; }

    private Page<ListOutbox.Row>? Mails { get; set; }

    private HealthReport? Health { get; set; }

    private ListStalledItems.View? Stalled { get; set; }

    private GetMailRoute.View? Route { get; set; }

    private DateTimeOffset Now { get; set; }

    private DateTimeOffset? LastDone { get; set; }

    private int Waiting { get; set; }

    private List<StatusTab> Tabs =>
        [new(null, L["到期事项"]), new(MailView, L["发件箱"]), new(HealthView, L["运行状况"])];

    private List<(string Value, string Text)> Kinds =>
        [
            .. Enum.GetValues<DueActionKind>()
                .Select(k => (k.ToString(), InLanguage.Of(Terms.Of(k)))),
        ];

    private List<(string Value, string Text)> Outcomes =>
        [
            .. Enum.GetValues<DueActionOutcome>()
                .Select(o => (o.ToString(), InLanguage.Of(Terms.Of(o)))),
        ];

    private List<(string Value, string Text)> States =>
        [.. Enum.GetValues<OutboxState>().Select(s => (s.ToString(), InLanguage.Of(Terms.Of(s))))];

    protected override async Task LoadAsync()
    {
        var view = Query["view"];
        Actions = view is null
            ? await ListDueActions.ExecuteAsync(ListFilters.DueActions(Query), Left)
            : null;
        Mails =
            view == MailView
                ? await ListOutbox.ExecuteAsync(ListFilters.Outbox(Query), Left)
                : null;
        Now = Clock.Now();
        Health = null;
        if (view == HealthView)
        {
            await CheckAsync();
        }
    }

    private static string MarkOf(HealthStatus status) =>
        status == HealthStatus.Healthy ? "Acknowledged" : "Missing";

    private static string WordOf(HealthStatus status) =>
        status == HealthStatus.Healthy ? "正常" : "异常";

    private async Task CheckAsync()
    {
        var last = await ListDueActions.ExecuteAsync(
            new ListDueActions.Input(Paging: OneRow),
            Left
        );
        LastDone = last.Items.Count == 0 ? null : last.Items[0].DoneAt;
        Waiting = 0;
        foreach (
            var state in new[] { OutboxState.Waiting, OutboxState.Failing, OutboxState.GivenUp }
        )
        {
            Waiting += (
                await ListOutbox.ExecuteAsync(new ListOutbox.Input(state, OneRow), Left)
            ).Total;
        }

        Stalled = await ListStalledItems.ExecuteAsync(Left);
        Route = await GetMailRoute.ExecuteAsync(Left);
        Health = await Checks.CheckHealthAsync(Left);
    }
}
