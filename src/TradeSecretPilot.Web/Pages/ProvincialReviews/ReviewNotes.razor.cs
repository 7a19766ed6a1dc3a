using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Plans;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>
/// 批注: comments anchored to fields of the plan, gathered until the plan is returned. What is typed becomes a comment with
/// its first character, so that the review's autosave keeps it.
/// </summary>
public sealed partial class ReviewNotes
{
    private string _anchor = "foundation";
    private string _text = "";
    private string? _error;
    private ElementReference _box;
    private PlanPart? _part;

    /// <summary>Index of the comment that is being written; null before its first character.</summary>
    private int? _current;

    [Parameter, EditorRequired]
    public required ReviewEditing Draft { get; set; }

    /// <summary>The comments with which the version before was returned.</summary>
    [Parameter]
    public IReadOnlyList<CommentView> Last { get; set; } = [];

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter, EditorRequired]
    public required WorkPlan Plan { get; set; }

    /// <summary>The part that is open; a new comment starts there.</summary>
    [Parameter]
    public PlanPart Part { get; set; }

    /// <summary>Where a comment stands in the plan: its number (0 for an old one) and anchor.</summary>
    [Parameter, EditorRequired]
    public required Func<int, string, string> Href { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private IEnumerable<string> Anchors =>
        [
            "foundation",
            "advantages",
            "approach",
            .. Plan.Measures.Select((_, i) => PlanAnchor.Measure(i + 1)),
            "phasing",
            "leadership",
            "safeguards",
            "support",
            FileText.Anchor,
        ];

    /// <summary>Starts a comment on a field.</summary>
    public async Task BeginAsync(string anchor)
    {
        Clear();
        _anchor = Anchors.Contains(anchor) ? anchor : _anchor;
        StateHasChanged();
        await _box.FocusAsync();
    }

    protected override void OnParametersSet()
    {
        if (
            Draft.TakeAdopted() is { } adopted
            && (_current ?? adopted) == adopted
            && Draft.Comments.ElementAtOrDefault(adopted) is { } comment
            && comment.Anchor == _anchor
        )
        {
            (_current, _text) = (adopted, comment.Text);
        }

        // Another plan, or a colleague's comments among mine: the form must not write into one that it does not show.
        if (
            _current is { } index
            && Draft.Comments.ElementAtOrDefault(index) != new ReturnComment(_anchor, _text)
        )
        {
            Clear();
        }

        if (_part != Part)
        {
            _part = Part;
            if (_current is null)
            {
                _anchor = Anchors.First(a => PlanAnchor.PartOf(a) == Part);
            }
        }
    }

    private string Title(string anchor) =>
        PlanAnchor.MeasureOf(anchor) is (var number, null)
            ? $"{L.Words(anchor)} {Plan.Measures[number - 1].Title}"
            : L.Words(anchor);

    private async Task EditAsync(int index)
    {
        (_current, _error) = (index, null);
        (_anchor, _text) = (Draft.Comments[index].Anchor, Draft.Comments[index].Text);
        await _box.FocusAsync();
    }

    private Task MoveAsync(string anchor)
    {
        _anchor = anchor;
        return KeepAsync();
    }

    private Task WriteAsync(string text)
    {
        _text = text;
        return KeepAsync();
    }

    /// <summary>Puts what the form holds into the draft; an emptied comment is taken out.</summary>
    private Task KeepAsync()
    {
        _error = null;
        if (string.IsNullOrWhiteSpace(_text))
        {
            if (_current is { } emptied)
            {
                Draft.Remove(emptied);
                _current = null;
            }
        }
        else if (_current is { } index)
        {
            Draft.Change(index, new ReturnComment(_anchor, _text));
        }
        else if (Draft.Comments.Count == ReturnComment.MaxComments)
        {
            _error = L["批注不能超过{0}条。", ReturnComment.MaxComments];
        }
        else
        {
            Draft.Add(new ReturnComment(_anchor, _text));
            _current = Draft.Comments.Count - 1;
        }

        return OnChanged.InvokeAsync();
    }

    // Control and Enter finish, as in the editors that reviewers know.
    private Task KeyAsync(KeyboardEventArgs e) =>
        e is { Key: "Enter", CtrlKey: true } ? FinishAsync() : Task.CompletedTask;

    private async Task FinishAsync()
    {
        if (_current is null)
        {
            _error ??= L["请写明要修改什么。"];
        }
        else
        {
            Clear();
        }

        await _box.FocusAsync();
    }

    private Task RemoveAsync(int index)
    {
        Draft.Remove(index);
        if (index == _current)
        {
            Clear();
        }
        else if (index < _current)
        {
            _current--;
        }

        return OnChanged.InvokeAsync();
    }

    private void Clear() => (_current, _text, _error) = (null, "", null);
}
