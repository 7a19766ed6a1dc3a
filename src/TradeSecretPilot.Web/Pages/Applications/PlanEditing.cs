using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.SealedCopies;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>The plan under the editor's hands, what of it is saved, and the comments to answer.</summary>
public sealed class PlanEditing
{
    private IReadOnlyList<CommentView> _comments;
    private readonly WorkPlan? _returned;
    private IReadOnlyList<SealedCopyView> _sealed;

    /// <param name="view">The owner's present text.</param>
    /// <param name="returned">The version that came back with comments; null when none did.</param>
    public PlanEditing(GetApplication.View view, WorkPlan? returned)
    {
        ApplicationId = view.Id;
        Plan = Saved = view.Plan;
        Version = view.Version;
        Completeness = view.Completeness;
        ContentSha256 = view.ContentSha256;
        _sealed = view.SealedCopies;
        _comments = returned is null ? [] : view.Comments;
        _returned = returned;
        ReturnedBy = view.Timeline.LastOrDefault(e => e.Act == "Application.Returned");
        Comments = Answered();
    }

    public Guid ApplicationId { get; }

    /// <summary>Something was typed, moved or added.</summary>
    public Action? Changed { get; set; }

    /// <summary>A comment is to be ticked off, or its tick taken back.</summary>
    public Func<EditorComment, Task>? Ticked { get; set; }

    public WorkPlan Plan { get; private set; }

    /// <summary>The plan as the server has it.</summary>
    public WorkPlan Saved { get; private set; }

    /// <summary>Row version to save on.</summary>
    public int Version { get; private set; }

    /// <summary>Of the saved plan.</summary>
    public Completeness Completeness { get; private set; }

    /// <summary>Fingerprint of the saved plan.</summary>
    public string ContentSha256 { get; private set; }

    /// <summary>盖章件, latest first; void when the saved plan is another text.</summary>
    public IReadOnlyList<SealedCopyView> SealedCopies =>
        [.. _sealed.Select(s => s with { IsVoid = s.ContentSha256 != ContentSha256 })];

    public bool IsDirty => !ReferenceEquals(Plan, Saved);

    public IReadOnlyList<EditorComment> Comments { get; private set; }

    /// <summary>The return that the comments came with.</summary>
    public TimelineEntry? ReturnedBy { get; }

    public string Read(string key) => PlanFields.Read(Plan, key) ?? "";

    public void Write(string key, string? value)
    {
        if (value is not null && value != Read(key))
        {
            Replace(PlanFields.Write(Plan, key, value));
        }
    }

    public void Replace(WorkPlan plan)
    {
        Plan = plan;
        Comments = Answered();
        Changed?.Invoke();
    }

    /// <summary>The server has <paramref name="plan"/> now; what was typed meanwhile stays unsaved.</summary>
    public void WasSaved(WorkPlan plan, SaveWorkPlan.View saved)
    {
        Saved = plan;
        Version = saved.Version;
        Completeness = saved.Completeness;
        ContentSha256 = saved.ContentSha256;
    }

    /// <summary>A sealed copy was uploaded.</summary>
    public void Seal(SealedCopyView copy) => _sealed = [copy, .. _sealed];

    /// <summary>Goes on from what somebody else saved, with <paramref name="plan"/> on top of it.</summary>
    public void ContinueOn(GetApplication.View theirs, WorkPlan plan)
    {
        Saved = theirs.Plan;
        Version = theirs.Version;
        Completeness = theirs.Completeness;
        ContentSha256 = theirs.ContentSha256;
        _sealed = theirs.SealedCopies;
        Answer(theirs.Comments);
        Replace(plan);
    }

    /// <summary>The comments as the server has them now.</summary>
    public void Answer(IReadOnlyList<CommentView> comments)
    {
        _comments = _returned is null ? [] : comments;
        Comments = Answered();
    }

    /// <summary>One comment was ticked off, or its tick taken back.</summary>
    public void Mark(int number, CommentView.Mark? mark) =>
        Answer([.. _comments.Select(c => c.Number == number ? c with { Handled = mark } : c)]);

    /// <summary>Numbers of the gaps of a measure, counted from 1.</summary>
    public int GapsOf(int measure) =>
        Completeness.Gaps.Count(g =>
            Components.PlanAnchor.MeasureOf(g.Anchor) is { } place && place.Number == measure
        );

    private List<EditorComment> Answered() =>
        [.. _comments.Select(c => EditorComment.Of(c, _returned!, Plan))];
}
