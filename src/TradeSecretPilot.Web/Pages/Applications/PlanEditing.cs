using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>The plan under the editor's hands, what of it is saved, and the comments to answer.</summary>
public sealed class PlanEditing : IEditedDocument
{
    private readonly GetApplication _read;
    private readonly SaveWorkPlan _save;
    private IReadOnlyList<CommentView> _comments;
    private readonly WorkPlan? _returned;
    private IReadOnlyList<SealedCopyView> _sealed;

    /// <param name="view">The owner's present text.</param>
    /// <param name="returned">The version that came back with comments; null when none did.</param>
    /// <param name="read">Reads what somebody else saved.</param>
    public PlanEditing(
        GetApplication.View view,
        WorkPlan? returned,
        GetApplication read,
        SaveWorkPlan save
    )
    {
        (_read, _save) = (read, save);
        ApplicationId = view.Id;
        Plan = Saved = view.Plan;
        Version = view.Version;
        Completeness = view.Completeness;
        ContentSha256 = view.ContentSha256;
        Unread.Changed = () => Changed?.Invoke();
        _sealed = view.SealedCopies;
        _comments = returned is null ? [] : view.Comments;
        _returned = returned;
        ReturnedBy = view.Timeline.LastOrDefault(e => e.Act == Act.ApplicationReturned);
        Comments = Answered();
    }

    public Guid ApplicationId { get; }

    /// <summary>What stands in fields and is no value of theirs.</summary>
    public UnreadTexts Unread { get; } = new();

    /// <summary>Fields of the plan whose text cannot be read and is therefore not in it.</summary>
    public int Invalid => Unread.Keys.Count(key => PlanFields.Read(Plan, key) is not null);

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

    /// <summary>What somebody else saved, while a passage that both changed waits for a choice.</summary>
    public GetApplication.View? Theirs { get; private set; }

    /// <summary>Mine on top of theirs, while it waits for a choice.</summary>
    public WorkPlan? Merged =>
        Theirs is { } theirs ? PlanMerge.Of(Saved, Plan, theirs.Plan).Plan : null;

    /// <summary>My plan, when theirs was taken instead.</summary>
    public WorkPlan? SetAside { get; private set; }

    /// <summary>What stood in the place of <see cref="SetAside"/> then.</summary>
    private WorkPlan? TakenInstead { get; set; }

    /// <summary>What was deleted last on this page, and can be put back.</summary>
    public DeletedLine? Deleted { get; private set; }

    public bool IsDirty => !ReferenceEquals(Plan, Saved);

    public IReadOnlyList<EditorComment> Comments { get; private set; }

    /// <summary>The return that the comments came with.</summary>
    public TimelineEntry? ReturnedBy { get; }

    public string Read(string key) => PlanFields.Read(Plan, key) ?? "";

    string? IEditedDocument.Read(string key) =>
        PlanFields.Read(Plan, key) ?? (PlanFields.IsKnown(key, Plan) ? "" : null);

    public bool IsSaved(string key, string value) =>
        PlanFields.IsKnown(key, Saved)
        && PlanFields.WhyNot(key, value) is null
        && (PlanFields.Read(PlanFields.Write(Saved, key, value), key) ?? "")
            == (PlanFields.Read(Saved, key) ?? "");

    public void Write(string key, string? value)
    {
        if (value is null || value == Read(key))
        {
            return;
        }

        if (PlanFields.WhyNot(key, value) is not null)
        {
            Restore(new Dictionary<string, string> { [key] = value });
            return;
        }

        Unread.Set(key, null);
        var plan = PlanFields.Write(Plan, key, value);
        if (PlanFields.Read(plan, key) != PlanFields.Read(Plan, key))
        {
            Replace(plan);
        }
    }

    public async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var plan = Plan;
        var saved = await _save.ExecuteAsync(
            new SaveWorkPlan.Input(ApplicationId, Version, plan),
            Acting.ToTheEnd
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        WasSaved(plan, saved.Value);
        return saved.Value.SavedAt;
    }

    public async Task<bool> MergeAsync()
    {
        var found = await _read.ExecuteAsync(
            new GetApplication.Input(ApplicationId),
            Acting.ToTheEnd
        );
        if (found.Refusal is not null)
        {
            return false;
        }

        var merge = PlanMerge.Of(Saved, Plan, found.Value.Plan);
        if (merge.IsContested)
        {
            Theirs = found.Value;
            return false;
        }

        ContinueOn(found.Value, merge.Plan);
        return true;
    }

    /// <summary>Ends the choice: mine on top of theirs, or theirs alone, with mine kept aside.</summary>
    public bool Choose(bool keepMine)
    {
        if (Theirs is not { } theirs || Merged is not { } merged)
        {
            return false;
        }

        (SetAside, TakenInstead) = keepMine ? (null, null) : (merged, theirs.Plan);
        ContinueOn(theirs, keepMine ? merged : theirs.Plan);
        return true;
    }

    /// <summary>Puts back what was kept aside, on top of what was written since.</summary>
    public void PutBack()
    {
        if (SetAside is { } mine)
        {
            var back = PlanMerge.Of(TakenInstead!, mine, Plan).Plan;
            (SetAside, TakenInstead) = (null, null);
            Replace(back);
        }
    }

    public void Delete(Measure measure)
    {
        var index = Plan.Measures.ToList().FindIndex(m => m.Id == measure.Id);
        Deleted = DeletedLine.Of(measure, index);
        Replace(Plan with { Measures = [.. Plan.Measures.Where(m => m.Id != measure.Id)] });
    }

    /// <param name="name">As the table shows the line.</param>
    public void DeleteSupport(int index, string name)
    {
        Deleted = DeletedLine.Of(Plan.Support[index], index, name);
        Replace(Plan with { Support = [.. Plan.Support.Where((_, i) => i != index)] });
    }

    public void PutBackDeleted()
    {
        if (Deleted is { } deleted)
        {
            Deleted = null;
            Replace(deleted.PutBack(Plan));
        }
    }

    public void ForgetDeleted() => Deleted = null;

    /// <summary>What the browser had kept of these fields goes back into them; what is no value stays there as it was typed.</summary>
    public void Restore(IReadOnlyDictionary<string, string> kept)
    {
        var plan = Plan;
        foreach (var (key, value) in kept)
        {
            if (PlanFields.WhyNot(key, value) is null)
            {
                plan = PlanFields.Write(plan, key, value);
            }
            else
            {
                // The line that it was typed in may be unsaved as well.
                plan = PlanFields.Read(plan, key) is null ? PlanFields.Write(plan, key, "") : plan;
                Unread.Set(key, value);
            }
        }

        if (!ReferenceEquals(plan, Plan))
        {
            Replace(plan);
        }
    }

    public void Replace(WorkPlan plan)
    {
        Plan = plan;
        Comments = Answered();
        Changed?.Invoke();
    }

    /// <summary>The server has <paramref name="plan"/> now; what was typed meanwhile stays unsaved.</summary>
    private void WasSaved(WorkPlan plan, SaveWorkPlan.View saved)
    {
        Saved = plan;
        Version = saved.Version;
        Completeness = saved.Completeness;
        ContentSha256 = saved.ContentSha256;
    }

    /// <summary>A sealed copy was uploaded.</summary>
    public void Seal(SealedCopyView copy) => _sealed = [copy, .. _sealed];

    /// <summary>Goes on from what somebody else saved, with <paramref name="plan"/> on top of it.</summary>
    private void ContinueOn(GetApplication.View theirs, WorkPlan plan)
    {
        Theirs = null;
        Saved = theirs.Plan;
        Version = theirs.Version;
        Completeness = theirs.Completeness;
        ContentSha256 = theirs.ContentSha256;
        _sealed = theirs.SealedCopies;
        Answer(theirs.Comments);
        Replace(plan);
    }

    /// <summary>
    /// Goes on with what a lost circuit had not saved, on the version it was written on: what somebody saved since then is
    /// compared at the next save.
    /// </summary>
    public void Continue(UnsavedDocument unsaved)
    {
        Saved = unsaved.BaseAs<WorkPlan>();
        Version = unsaved.Version;
        Replace(unsaved.ContentAs<WorkPlan>());
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
            PlanAnchor.MeasureOf(g.Anchor) is { } place && place.Number == measure
        );

    private List<EditorComment> Answered() =>
        [.. _comments.Select(c => EditorComment.Of(c, _returned!, Plan))];
}
