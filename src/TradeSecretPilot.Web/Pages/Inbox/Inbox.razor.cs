using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Localization;
using NextActorKind = TradeSecretPilot.UseCases.Workflow.NextActor;

namespace TradeSecretPilot.Web.Pages.Inbox;

/// <summary>我的待办: the home of everyone who is signed in.</summary>
public sealed partial class Inbox
{
    [Inject]
    public required GetInbox GetInbox { get; set; }

    [Inject]
    public required ListApplications ListApplications { get; set; }

    [Inject]
    public required GetProvincialCall GetProvincialCall { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private GetInbox.View? View { get; set; }

    private ProvincialProgress? Progress { get; set; }

    private Role Role { get; set; }

    private bool IsProvince => Role is Role.ProvincialReviewer or Role.ProvincialApprover;

    private string? Order =>
        View!.Tasks.Count == 0 ? null
        : View.Tasks.Count == View.TaskTotal ? L["按截止时间先后"].Value
        : L["按截止时间先后列出{0}件，其余请到各列表办理", View.Tasks.Count].Value;

    /// <summary>How many are due today or overdue, in words; null when none is.</summary>
    private string? Pressing
    {
        get
        {
            var now = View!.Now;
            var overdue = View.Tasks.Count(t => t.DueAt <= now);
            var today = View.Tasks.Count(t =>
                t.DueAt > now && BeijingText.LastOpenDay(t.DueAt.Value) == BeijingText.DayOf(now)
            );
            return (today, overdue) switch
            {
                (0, 0) => null,
                (_, 0) => L["{0}件今天到期", today].Value,
                (0, _) => L["{0}件已逾期", overdue].Value,
                _ => L["{0}件今天到期、{1}件已逾期", today, overdue].Value,
            };
        }
    }

    protected override async Task StartAsync()
    {
        Role = (await Authentication).User.Role() ?? default;
        if (IsProvince)
        {
            Progress = await LoadProgressAsync(Left);
        }

        View = await GetInbox.ExecuteAsync(Left);
    }

    private async Task<ProvincialProgress?> LoadProgressAsync(CancellationToken ct)
    {
        var list = await ListApplications.ExecuteAsync(
            new ListApplications.Input { Paging = new(1, 1) },
            ct
        );
        if (list.Batch is not { } batch)
        {
            return null;
        }

        var call = await GetProvincialCall.ExecuteAsync(new GetProvincialCall.Input(batch.Id), ct);
        return new ProvincialProgress(
            list.Counts,
            call.Refusal is null ? call.Value.Recommended : []
        );
    }

    private string? ActorOf(WaitItem wait)
    {
        var own =
            (wait.Actor == NextActorKind.LocalGovernment && Role == Role.Drafter)
            || (wait.Actor == NextActorKind.Province && Role == Role.ProvincialReviewer);
        return own ? L["本单位审定人"].Value
            : Terms.Of(wait.Actor) is { } actor ? InLanguage.Of(actor)
            : null;
    }

    private string WhoIs(GetInbox.RecentEvent entry) =>
        ActorWords.Who(L, entry.OrganizationName, entry.ActorName);

    private sealed record ProvincialProgress(
        IReadOnlyDictionary<ApplicationStatus, int> Counts,
        IReadOnlyList<GetProvincialCall.Row> Recommended
    );
}
