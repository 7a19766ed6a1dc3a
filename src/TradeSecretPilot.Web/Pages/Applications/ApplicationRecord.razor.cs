using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using MudBlazor;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;
using Entry = TradeSecretPilot.Web.Ui.Charts.TimelineStep;
using NextActorKind = TradeSecretPilot.UseCases.Workflow.NextActor;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>The record of one application: head, plan, versions with receipts, history.</summary>
public sealed partial class ApplicationRecord
{
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
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private GetApplication.View? View { get; set; }

    private WorkPlan? Previous { get; set; }

    private DateTimeOffset Now { get; set; }

    private Role Role { get; set; }

    private RecordTab Tab =>
        Enum.TryParse<RecordTab>(TabName, ignoreCase: true, out var tab) && Enum.IsDefined(tab)
            ? tab
            : RecordTab.Plan;

    private string? Off => Busy ? "true" : null;

    private bool NextIsMe => TurnWords.IsMe(View!.Turn.Actor, Role);

    private string? NextActorName =>
        View!.Turn.Actor == NextActorKind.LocalGovernment ? View.RegionName
        : Terms.Of(View.Turn.Actor) is { } actor ? InLanguage.Of(actor)
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

    /// <summary>A plan that lapsed has one only when its province's letter went without it.</summary>
    private bool ShowsReason =>
        View!.Status
            is ApplicationStatus.Returned
                or ApplicationStatus.Declined
                or ApplicationStatus.Withdrawn
        || View is { Status: ApplicationStatus.Lapsed, IsLeftOut: true };

    private string ReasonTitle =>
        View!.Status switch
        {
            ApplicationStatus.Returned => L["退回意见"],
            ApplicationStatus.Declined => L["不予推荐的原因"],
            ApplicationStatus.Lapsed => L["未列入本次上报"],
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
                    InLanguage.Of(Terms.Of(e.Act)),
                    e.Note,
                    ActMarks.Of(e.Act)
                ))
                .ToList();
            if (NextActorName is { } next && NextActName is { } act)
            {
                entries.Add(new Entry(null, next, L["待办：{0}", act], null, TimelineMark.Open));
            }

            return entries;
        }
    }

    protected override async Task FollowParametersAsync()
    {
        Role = (await Authentication).User.Role() ?? default;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await GetApplication.ExecuteAsync(new GetApplication.Input(Id, Version), Left);
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
                Left
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
            (reason, version) =>
                WithdrawApplication.ExecuteAsync(
                    new WithdrawApplication.Input(Id, reason, version),
                    Acting.ToTheEnd
                ),
            L["已撤回{0}的申报。", View.RegionName]
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
            (reason, version) =>
                DeclineApplication.ExecuteAsync(
                    new DeclineApplication.Input(Id, reason, version),
                    Acting.ToTheEnd
                ),
            L["已不予推荐{0}。", View.RegionName]
        );

    private async Task ActAsync(
        Confirmation confirmation,
        Func<string, int, Task<Result>> act,
        string done
    )
    {
        var version = View!.Version;
        if (
            !Busy
            && await Dialog.AskAsync(confirmation) is { Reason: { } reason }
            && await ActAsync(async () => (await act(reason, version)).Refusal)
        )
        {
            Snackbar.Done(done);
            await LoadAsync();
        }
    }

    protected override Task ShowPresentAsync() => LoadAsync();

    private async Task ExtendAsync()
    {
        if (Busy)
        {
            return;
        }

        var granted = await Dialog.AskAsync(
            ExtensionRequest.ForApplication(
                L,
                View!.RegionName,
                View.Submission,
                View.Forwarding,
                async answer =>
                    (
                        await ExtendApplication.ExecuteAsync(
                            new ExtendApplication.Input(
                                Id,
                                answer.Until,
                                answer.Reason,
                                Seen.Of(View.Submission.At)
                            ),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            )
        );
        if (granted is not null)
        {
            await LoadAsync();
            Snackbar.Done(
                L["已延期至{0}。", BeijingText.Deadline(BeijingTime.EndOf(granted.Until))]
            );
        }
    }
}
