using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>批注: comments anchored to fields of the plan, gathered until the plan is returned.</summary>
public sealed partial class ReviewNotes
{
    private string _anchor = "foundation";
    private string _text = "";
    private string? _error;
    private ElementReference _box;
    private PlanPart? _part;

    [Parameter, EditorRequired]
    public required IList<ReturnComment> Notes { get; set; }

    /// <summary>The comments with which the version before was returned.</summary>
    [Parameter]
    public IReadOnlyList<ReturnComment> Last { get; set; } = [];

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
        ];

    /// <summary>Starts a comment on a field.</summary>
    public async Task BeginAsync(string anchor)
    {
        _anchor = Anchors.Contains(anchor) ? anchor : _anchor;
        StateHasChanged();
        await _box.FocusAsync();
    }

    protected override void OnParametersSet()
    {
        if (_part != Part)
        {
            _part = Part;
            _anchor = Anchors.First(a => PlanAnchor.PartOf(a) == Part);
        }
    }

    private string Title(string anchor) =>
        PlanAnchor.MeasureOf(anchor) is (var number, null)
            ? $"{L.Words(anchor)} {Plan.Measures[number - 1].Title}"
            : L.Words(anchor);

    // Control and Enter add, as in the editors that reviewers know.
    private Task KeyAsync(KeyboardEventArgs e) =>
        e is { Key: "Enter", CtrlKey: true } ? AddAsync() : Task.CompletedTask;

    private Task AddAsync()
    {
        var text = _text.Trim();
        _error =
            text.Length == 0 ? L["请写明要修改什么。"].Value
            : text.Length > ReturnComment.TextMaxLength
                ? L["不能超过{0}字。", ReturnComment.TextMaxLength].Value
            : Notes.Count == ReturnComment.MaxComments
                ? L["批注不能超过{0}条。", ReturnComment.MaxComments].Value
            : null;
        if (_error is not null)
        {
            return Task.CompletedTask;
        }

        Notes.Add(new ReturnComment(_anchor, text));
        _text = "";
        return OnChanged.InvokeAsync();
    }

    private Task RemoveAsync(ReturnComment note)
    {
        Notes.Remove(note);
        return OnChanged.InvokeAsync();
    }
}
