using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Hosting;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>初审工作台: the plan at the left, checklist, comments and opinion at the right, and the decision.</summary>
public sealed partial class Review
{
    private static readonly int CheckCount = Enum.GetValues<ReviewCheck>().Length;

    private ReviewNotes? _notesPanel;
    private Refusal? _refusal;
    private string? _done;
    private bool _busy;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    public int? PartNumber { get; set; }

    [SupplyParameterFromQuery(Name = "version")]
    public string? Shown { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required GetReview GetReview { get; set; }

    [Inject]
    public required SaveReview SaveReview { get; set; }

    [Inject]
    public required ReturnApplication ReturnApplication { get; set; }

    [Inject]
    public required DeclineApplication DeclineApplication { get; set; }

    [Inject]
    public required RecommendApplication RecommendApplication { get; set; }

    [Inject]
    public required ExtendApplication ExtendApplication { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private GetReview.View? View { get; set; }

    private ReviewDraft? Draft { get; set; }

    private bool Missing { get; set; }

    private bool IsApprover { get; set; }

    private DateTimeOffset Now { get; set; }

    private PlanPart Part =>
        PartNumber is { } n && Enum.IsDefined((PlanPart)n) ? (PlanPart)n : PlanPart.Foundation;

    private bool Comparing => View!.Previous is not null && Shown != "this";

    private bool UnderReview => View!.Status == ApplicationStatus.Submitted;

    private bool NextIsMe => TurnWords.IsMe(View!.Turn.Actor, MyRole);

    private Domain.Organizations.Role MyRole =>
        IsApprover
            ? Domain.Organizations.Role.ProvincialApprover
            : Domain.Organizations.Role.ProvincialReviewer;

    private string? Who => TurnWords.Of(View!.Turn.Actor) is { } word ? L[word].Value : null;

    private string? NextAct =>
        TurnWords.ActOn(View!.Status, View.VersionNumber, null) is { } word ? L[word].Value : null;

    private DateTimeOffset? DuePublished =>
        View!.Turn.DueAt == View.Submission.At ? View.Submission.PublishedAt
        : View.Turn.DueAt == View.Forwarding.At ? View.Forwarding.PublishedAt
        : null;

    private string Fingerprint =>
        $"{View!.ContentSha256[..4]}…{View.ContentSha256[^4..]}".ToUpperInvariant();

    private bool MayExtend =>
        IsApprover
        && View!.Status
            is ApplicationStatus.Submitted
                or ApplicationStatus.Returned
                or ApplicationStatus.Lapsed
        && !View.Forwarding.HasPassed(Now)
        && View.Submission.At < View.Forwarding.At;

    private int Place => View!.Queue.ToList().IndexOf(Id);

    /// <summary>The next one that waits.</summary>
    private Guid? Next => View!.Queue.Where(id => id != Id).Cast<Guid?>().FirstOrDefault();

    /// <summary>What the numbers in the plan stand at: the comments being written, or those it was returned with.</summary>
    private IReadOnlyList<string> Marks =>
        Draft is { } draft
            ? [.. draft.Comments.Select(c => c.Anchor)]
            : [.. View!.Comments.Select(c => c.Anchor)];

    public async ValueTask DisposeAsync()
    {
        if (Draft is { } draft)
        {
            draft.Dispose();
            await draft.FlushAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        IsApprover = user.Role() is { } role && role.Holds(Permission.DecideForProvince);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (View?.ApplicationId == Id)
        {
            return;
        }

        if (Draft is { } left)
        {
            left.Dispose();
            await left.FlushAsync();
        }

        (_done, _refusal) = (null, null);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Now = Clock.Now();
        var result = await GetReview.ExecuteAsync(new GetReview.Input(Id), CancellationToken.None);
        Missing = result.Refusal is not null;
        View = Missing ? null : result.Value;
        Draft?.Dispose();
        Draft = View is { Status: ApplicationStatus.Submitted } view
            ? new ReviewDraft(view, SaveReview, () => InvokeAsync(StateHasChanged))
            : null;
    }

    private string Address(PlanPart part, bool comparing)
    {
        var query = new Dictionary<string, string?>
        {
            ["part"] = ((int)part).ToString(CultureInfo.InvariantCulture),
        };
        if (View!.Previous is not null && !comparing)
        {
            query["version"] = "this";
        }

        return QueryHelpers.AddQueryString($"/review/{Id}", query);
    }

    private string Here(string id) => $"{Address(Part, Comparing)}#{id}";

    private string NoteHref(int number, string anchor)
    {
        var id = number > 0 ? PlanDocument.MarkId(number) : PlanDocument.FieldId(anchor);
        return $"{Address(PlanAnchor.PartOf(anchor), Comparing)}#{id}";
    }

    private string? Neighbour(int by) =>
        View!.Queue.ElementAtOrDefault(Place + by) is var id && id != Guid.Empty
            ? $"/review/{id}"
            : null;

    private async Task ReturnAsync() =>
        await DecideAsync(
            await Dialog.AskAsync(new ReviewQuestions(L).Return(View!, Draft!.Comments)),
            async reason =>
                (
                    await ReturnApplication.ExecuteAsync(
                        new ReturnApplication.Input(Id, reason, Draft!.Comments),
                        CancellationToken.None
                    )
                ).Refusal,
            L["已退回{0}修改，附{1}条批注。", View!.RegionName, Draft!.Comments.Count]
        );

    private async Task DeclineAsync() =>
        await DecideAsync(
            await Dialog.AskAsync(new ReviewQuestions(L).Decline(View!)),
            async reason =>
                (
                    await DeclineApplication.ExecuteAsync(
                        new DeclineApplication.Input(Id, reason),
                        CancellationToken.None
                    )
                ).Refusal,
            L["已对{0}作出不予推荐的结论。", View!.RegionName]
        );

    private async Task RecommendAsync() =>
        await DecideAsync(
            await Dialog.AskAsync(new ReviewQuestions(L).Recommend(View!)),
            async _ =>
                (
                    await RecommendApplication.ExecuteAsync(
                        new RecommendApplication.Input(Id, Draft!.Findings, Draft.Opinion),
                        CancellationToken.None
                    )
                ).Refusal,
            L["已推荐{0}。", View!.RegionName]
        );

    // What was written is saved first, so that the record shows the opinion the decision rests on.
    private async Task DecideAsync(
        Confirmed? answer,
        Func<string, Task<Refusal?>> decide,
        string done
    )
    {
        if (answer is null || _busy)
        {
            return;
        }

        _busy = true;
        try
        {
            if (!await Draft!.FlushAsync())
            {
                return;
            }

            _refusal = await decide(answer.Reason ?? "");
            if (_refusal is null)
            {
                _done = done;
                await LoadAsync();
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ExtendAsync()
    {
        var granted = await Dialog.ExtendAsync(
            new ExtensionRequest(
                L["延长{0}的提交时间？", View!.RegionName],
                L[
                    "只对这一件申报有效，不能晚于上报截止{0}；申报地区会收到通知。",
                    BeijingText.Deadline(View.Forwarding.At)
                ],
                View.Submission.At,
                async answer =>
                    (
                        await ExtendApplication.ExecuteAsync(
                            new ExtendApplication.Input(Id, answer.Until, answer.Reason),
                            CancellationToken.None
                        )
                    ).Refusal
            )
        );
        if (granted is null)
        {
            return;
        }

        if (Draft is { } draft)
        {
            await draft.FlushAsync();
        }

        await LoadAsync();
    }
}
