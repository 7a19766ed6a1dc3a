using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using MudBlazor;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>初审工作台: the plan at the left, checklist, comments and opinion at the right, and the decision.</summary>
public sealed partial class Review
{
    private static readonly int CheckCount = Enum.GetValues<ReviewCheck>().Length;

    private ReviewNotes? _notesPanel;
    private string? _done;
    private UnsavedReview? _unsaved;

    /// <summary>What is written and not saved, kept for the circuit after this one.</summary>
    [PersistentState]
    public UnsavedReview? Unsaved
    {
        get => Draft?.Unsaved;
        set => _unsaved = value;
    }

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    public int? PartNumber { get; set; }

    [SupplyParameterFromQuery(Name = "version")]
    public string? Shown { get; set; }

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
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    private GetReview.View? View { get; set; }

    private ReviewEditing? Draft { get; set; }

    private bool Missing { get; set; }

    private bool IsApprover { get; set; }

    private PlanPart Part =>
        PartNumber is { } n && Enum.IsDefined((PlanPart)n) ? (PlanPart)n : PlanPart.Foundation;

    private bool Comparing => View!.Previous is not null && Shown != "this";

    private bool UnderReview => View!.Status == ApplicationStatus.Submitted;

    private bool NextIsMe => TurnWords.IsMe(View!.Turn.Actor, MyRole);

    private Domain.Organizations.Role MyRole =>
        IsApprover
            ? Domain.Organizations.Role.ProvincialApprover
            : Domain.Organizations.Role.ProvincialReviewer;

    private string? Who => Terms.Of(View!.Turn.Actor) is { } word ? InLanguage.Of(word) : null;

    private string? NextAct =>
        TurnWords.ActOn(View!.Status, View.VersionNumber, null) is { } word ? L[word].Value : null;

    private DateTimeOffset? DuePublished =>
        View!.Turn.DueAt == View.Submission.At ? View.Submission.PublishedAt
        : View.Turn.DueAt == View.Forwarding.At ? View.Forwarding.PublishedAt
        : null;

    private bool MayExtend => View!.Acts.Contains(ApplicationAct.Extend);

    private int Place => View!.Queue.ToList().IndexOf(Id);

    /// <summary>The next one that waits.</summary>
    private Guid? Next => View!.Queue.Where(id => id != Id).Cast<Guid?>().FirstOrDefault();

    /// <summary>What the numbers in the plan stand at: the comments being written, or those it was returned with.</summary>
    private IReadOnlyList<string> Marks =>
        Draft is { } draft
            ? [.. draft.Comments.Select(c => c.Anchor)]
            : [.. View!.Comments.Select(c => c.Anchor)];

    protected override string Record => $"{Id:N}";

    protected override bool Stays(string address) =>
        address.Contains($"/review/{Id}", StringComparison.Ordinal);

    protected override async Task StartAsync()
    {
        var user = (await Authentication).User;
        IsApprover = user.Role() is { } role && role.Holds(Permission.DecideForProvince);
    }

    protected override async Task FollowParametersAsync()
    {
        if (View?.ApplicationId == Id)
        {
            return;
        }

        await FlushAsync();
        (_done, Refusal) = (null, null);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Now = Clock.Now();
        var result = await GetReview.ExecuteAsync(new GetReview.Input(Id), Left);
        Missing = result.Refusal is not null;
        View = Missing ? null : result.Value;
        EndEditing();
        Draft = View is { Status: ApplicationStatus.Submitted } view
            ? new ReviewEditing(view, GetReview, SaveReview) { Changed = Touch }
            : null;
        if (Draft is not null)
        {
            BeginEditing(Draft, View!.SavedAt);
        }

        if (!IsLoaded && _unsaved is { } unsaved && unsaved.ApplicationId == Id)
        {
            Draft?.Continue(unsaved);
        }
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
        var id = number > 0 ? ComparedText.MarkId(number) : PlanDocument.FieldId(anchor);
        return $"{Address(PlanAnchor.PartOf(anchor), Comparing)}#{id}";
    }

    private string? Neighbour(int by) =>
        View!.Queue.ElementAtOrDefault(Place + by) is var id && id != Guid.Empty
            ? $"/review/{id}"
            : null;

    private Task ReturnAsync() =>
        DecideAsync(
            () => new ReviewQuestions(L).Return(View!, Draft!.Comments),
            async (reason, seen) =>
                (
                    await ReturnApplication.ExecuteAsync(
                        new ReturnApplication.Input(Id, reason, Draft!.Comments, seen),
                        Acting.ToTheEnd
                    )
                ).Refusal,
            () => L["已退回{0}修改，附{1}条批注。", View!.RegionName, Draft!.Comments.Count]
        );

    private Task DeclineAsync()
    {
        var version = View!.Version;
        return DecideAsync(
            () => new ReviewQuestions(L).Decline(View!),
            async (reason, _) =>
                (
                    await DeclineApplication.ExecuteAsync(
                        new DeclineApplication.Input(Id, reason, version),
                        Acting.ToTheEnd
                    )
                ).Refusal,
            () => L["已对{0}作出不予推荐的结论。", View!.RegionName]
        );
    }

    private Task RecommendAsync() =>
        DecideAsync(
            () => new ReviewQuestions(L).Recommend(View!),
            async (_, seen) =>
                (
                    await RecommendApplication.ExecuteAsync(
                        new RecommendApplication.Input(Id, Draft!.Findings, Draft.Opinion, seen),
                        Acting.ToTheEnd
                    )
                ).Refusal,
            () => L["已推荐{0}。", View!.RegionName]
        );

    // What was written is saved first, so that the record shows the opinion the decision rests on, and the question is about it.
    private async Task DecideAsync(
        Func<Confirmation> question,
        Func<string, Seen, Task<Refusal?>> decide,
        Func<string> done
    )
    {
        if (Busy || !await FlushAsync())
        {
            return;
        }

        var (seen, said) = (Draft!.Seen, done());
        if (
            await Dialog.AskAsync(question()) is { } answer
            && await ActAsync(() => decide(answer.Reason ?? "", seen))
        )
        {
            _done = said;
            await LoadAsync();
        }
    }

    protected override Task ShowPresentAsync() => LoadAsync();

    private string KeptWord(string key) =>
        ReviewEditing.CheckOf(key) is { } check ? InLanguage.Of(Terms.Of(check))
        : key == ReviewEditing.OpinionKey ? L["初审意见"]
        : L["批注¦多条"];

    private async Task ExtendAsync()
    {
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
        if (granted is null)
        {
            return;
        }

        await FlushAsync();
        await LoadAsync();
        Snackbar.Done(L["已延期至{0}。", BeijingText.Deadline(BeijingTime.EndOf(granted.Until))]);
    }
}
