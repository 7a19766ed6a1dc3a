using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Hosting;
using TradeSecretPilot.Web.Layout;
using Entry = TradeSecretPilot.Web.Components.TimelineStep;
using NextActorKind = TradeSecretPilot.UseCases.Applications.NextActor;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>The record of one application: head, plan, versions with receipts, history.</summary>
public sealed partial class ApplicationRecord : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    public string? TabName { get; set; }

    /// <summary>A submitted version; null shows the latest the reader may see.</summary>
    [SupplyParameterFromQuery]
    public int? Version { get; set; }

    /// <summary>Shows what changed since the version before.</summary>
    [SupplyParameterFromQuery]
    public bool Compare { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required GetApplication GetApplication { get; set; }

    [Inject]
    public required WithdrawApplication WithdrawApplication { get; set; }

    [Inject]
    public required DeclineApplication DeclineApplication { get; set; }

    [Inject]
    public required ExtendApplication ExtendApplication { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    [Inject]
    public required ShellSource Shell { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private GetApplication.View? View { get; set; }

    private WorkPlan? Previous { get; set; }

    private Refusal? Refusal { get; set; }

    private DateTimeOffset Now { get; set; }

    private Role Role { get; set; }

    private RecordTab Tab =>
        Enum.TryParse<RecordTab>(TabName, ignoreCase: true, out var tab) && Enum.IsDefined(tab)
            ? tab
            : RecordTab.Plan;

    private string? Off => _busy ? "true" : null;

    private bool NextIsMe => TurnWords.IsMe(View!.Turn.Actor, Role);

    private string? NextActorName =>
        View!.Turn.Actor == NextActorKind.LocalGovernment ? View.RegionName
        : TurnWords.Of(View.Turn.Actor) is { } actor ? L[actor].Value
        : null;

    private string? NextActName =>
        TurnWords.ActOn(View!.Status, View.Versions.Count, View.Rank) is { } act
            ? L[act].Value
            : null;

    private DateTimeOffset? PublishedDeadline =>
        View!.Turn.Actor switch
        {
            NextActorKind.LocalGovernment => View.Submission.PublishedAt,
            NextActorKind.Province => View.Forwarding.PublishedAt,
            _ => null,
        };

    private bool IsOwner => Role.Holds(Permission.EditApplication);

    // The province sees no drafts; what it may extend is not yet forwarded or finished.
    private bool MayExtend =>
        Role.Holds(Permission.DecideForProvince)
        && !View!.Forwarding.HasPassed(Now)
        && View.Submission.At < View.Forwarding.At
        && View.Status
            is ApplicationStatus.Draft
                or ApplicationStatus.Submitted
                or ApplicationStatus.Returned
                or ApplicationStatus.Lapsed;

    /// <summary>The version before the one shown; null for the first.</summary>
    private int? ComparedWith =>
        View!.ShownVersion switch
        {
            0 when View.Versions.Count > 0 => View.Versions[^1].Number,
            > 1 => View.ShownVersion - 1,
            _ => null,
        };

    // Numbers stand in the version that the comments speak of.
    private IReadOnlyList<string> Marks =>
        [.. View!.Comments.Where(c => c.VersionNumber == View.ShownVersion).Select(c => c.Anchor)];

    private string ReasonTitle =>
        View!.Status switch
        {
            ApplicationStatus.Returned => L["退回意见"],
            ApplicationStatus.Declined => L["不予推荐的原因"],
            _ => L["撤回的原因"],
        };

    private List<Entry> History
    {
        get
        {
            var entries = View!
                .Timeline.Select(e => new Entry(
                    e.At,
                    ActorWords.Who(L, e.OrganizationName, e.ActorName),
                    L[ActWords.Of(e.Act)],
                    e.Note,
                    ActWords.MarkOf(e.Act)
                ))
                .ToList();
            if (NextActorName is { } next && NextActName is { } act)
            {
                entries.Add(new Entry(null, next, L["待办：{0}", act], null, TimelineMark.Open));
            }

            return entries;
        }
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        Role = (await Authentication).User.Role() ?? default;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await GetApplication.ExecuteAsync(
            new GetApplication.Input(Id, Version),
            _left.Token
        );
        Now = Clock.Now();
        if (found.Refusal is { } refusal)
        {
            Refusal = refusal;
            return;
        }

        View = found.Value;
        Previous = null;
        if (Compare && Tab == RecordTab.Plan && ComparedWith is { } earlier)
        {
            var before = await GetApplication.ExecuteAsync(
                new GetApplication.Input(Id, earlier),
                _left.Token
            );
            Previous = before.Refusal is null ? before.Value.Plan : null;
        }
    }

    private bool May(ApplicationAct act) => View!.Acts.Contains(act);

    private string? Current(RecordTab tab) => Tab == tab ? "true" : null;

    private string Address(
        RecordTab tab = RecordTab.Plan,
        int? version = null,
        bool compare = false
    ) =>
        QueryHelpers.AddQueryString(
            $"/applications/{Id}",
            new Dictionary<string, string?>
            {
                ["tab"] = tab == RecordTab.Plan ? null : tab.ToString().ToLowerInvariant(),
                ["version"] = version?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["compare"] = compare ? "true" : null,
            }
        );

    private Task WithdrawAsync() =>
        ActAsync(
            new Confirmation(
                L["撤回{0}的申报？", View!.RegionName],
                L["撤回后本批次不能再申报，已提交的各版本和回执保留备查。"],
                L["撤回申报"]
            )
            {
                ReasonLabel = L["撤回原因"],
                ReasonRequired = true,
                ReasonMax = Application.ReasonMaxLength,
                Danger = true,
            },
            reason =>
                WithdrawApplication.ExecuteAsync(
                    new WithdrawApplication.Input(Id, reason),
                    _left.Token
                )
        );

    private Task DeclineAsync() =>
        ActAsync(
            new Confirmation(
                L["不予推荐{0}？", View!.RegionName],
                L["不予推荐后本批次不能再办理，原因会发给申报地区。"],
                L["不予推荐¦动作"]
            )
            {
                ReasonLabel = L["不予推荐的原因"],
                ReasonRequired = true,
                ReasonMax = Application.ReasonMaxLength,
                Danger = true,
            },
            reason =>
                DeclineApplication.ExecuteAsync(
                    new DeclineApplication.Input(Id, reason),
                    _left.Token
                )
        );

    private async Task ActAsync(Confirmation confirmation, Func<string, Task<Result>> act)
    {
        if (!_busy && await Dialog.AskAsync(confirmation) is { Reason: { } reason })
        {
            await RunAsync(() => act(reason));
        }
    }

    private async Task ExtendAsync()
    {
        var title = L["延长{0}的提交期限？", View!.RegionName].Value;
        if (
            _busy
            || await Dialog.AskUntilAsync(title, View.Submission, View.Forwarding, Now)
                is not { } answer
        )
        {
            return;
        }

        await RunAsync(() =>
            ExtendApplication.ExecuteAsync(
                new ExtendApplication.Input(Id, answer.Until, answer.Reason),
                _left.Token
            )
        );
    }

    private async Task RunAsync(Func<Task<Result>> act)
    {
        _busy = true;
        try
        {
            var refusal = (await act()).Refusal;
            await LoadAsync();
            Refusal = refusal;
            Shell.Refresh();
        }
        finally
        {
            _busy = false;
        }
    }
}
