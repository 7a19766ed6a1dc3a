using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>Who sits on the panel; the working group chooses from the pool.</summary>
public sealed partial class PanelSection
{
    private const int PoolSize = 60;
    private const int UsualDays = 21;

    private readonly HashSet<Guid> _chosen = [];
    private IReadOnlyList<ListExperts.Row> _pool = [];
    private int _total;
    private string? _text;
    private DateOnly? _due;
    private bool _editing;
    private readonly Acting _acting = new();
    private TypedPanel? _typed;
    private Seen _seen;

    /// <summary>The choice that is not saved, kept for the circuit after this one.</summary>
    [PersistentState]
    public TypedPanel? TypedIn
    {
        get => _editing ? new TypedPanel(Panel.Batch.Id, [.. _chosen], _due) : null;
        set => _typed = value;
    }

    [Parameter, EditorRequired]
    public required GetPanel.View Panel { get; set; }

    /// <summary>The day in Beijing.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    [Parameter]
    public EventCallback Saved { get; set; }

    /// <summary>Everything this expert has not scored is to be taken back.</summary>
    /// <summary>催办 these members.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<GetPanel.Member>> OnUrge { get; set; }

    [Parameter]
    public EventCallback<Guid> OnRelease { get; set; }

    [Inject]
    public required ListExperts ListExperts { get; set; }

    [Inject]
    public required SetPanelMembers SetPanelMembers { get; set; }

    private string? Note =>
        Panel.ScoresDueOn is { } due
            ? L["{0}位专家，评分截止日{1}", Panel.Members.Count, BeijingText.Weekday(due)].Value
            : null;

    /// <summary>Members who owe sheets and were not urged today.</summary>
    private List<GetPanel.Member> Owing =>
        [.. Panel.Members.Where(m => m.Open > 0 && !WasUrgedToday(m))];

    private bool WasUrgedToday(GetPanel.Member member) =>
        member.UrgedAt is { } at && BeijingText.DayOf(at) == Today;

    /// <summary>Plans are assigned once forwarding has closed.</summary>
    private DateOnly FirstDayOfScoring
    {
        get
        {
            var closed = BeijingText.DayOf(Panel.Batch.Forwarding.At);
            return closed > Today ? closed : Today;
        }
    }

    protected override async Task FollowParametersAsync()
    {
        var typed = IsLoaded || _typed?.BatchId != Panel.Batch.Id ? null : _typed;
        if (MayEdit && !_editing && (Panel.ScoresDueOn is null || typed is not null))
        {
            await EditAsync();
            if (typed is not null)
            {
                _chosen.Clear();
                _chosen.UnionWith(typed.Chosen);
                _due = typed.Due;
            }
        }

        _editing &= MayEdit;
    }

    /// <summary>Who is chosen for one batch's panel, and by when they score.</summary>
    public sealed record TypedPanel(Guid BatchId, IReadOnlyList<Guid> Chosen, DateOnly? Due);

    private async Task EditAsync()
    {
        _editing = true;
        _acting.Refusal = null;
        _seen = Panel.Seen;
        _text = null;
        _due = Panel.ScoresDueOn ?? FirstDayOfScoring.AddDays(UsualDays);
        _chosen.Clear();
        _chosen.UnionWith(Panel.Members.Select(m => m.ExpertId));
        await ReadPoolAsync();
    }

    private async Task SearchAsync(ChangeEventArgs e)
    {
        _text = e.Value?.ToString();
        await ReadPoolAsync();
    }

    private async Task ReadPoolAsync()
    {
        var page = await ListExperts.ExecuteAsync(
            new ListExperts.Input
            {
                BatchId = Panel.Batch.Id,
                Text = _text,
                Paging = new Paging(1, PoolSize),
            },
            Left
        );
        _pool = page.Items;
        _total = page.Total;
    }

    private void Choose(Guid expertId, bool chosen)
    {
        if (chosen)
        {
            _chosen.Add(expertId);
        }
        else
        {
            _chosen.Remove(expertId);
        }
    }

    private async Task SaveAsync()
    {
        if (_acting.IsBusy)
        {
            return;
        }

        if (_due is not { } due)
        {
            _acting.Refusal = PlatformRefusals.InvalidInput(
                "请填写评分截止日。",
                "Give the last day for scoring."
            );
            return;
        }

        var input = new SetPanelMembers.Input(Panel.Batch.Id, [.. _chosen], due, _seen);
        if (
            await _acting.RunAsync(async () =>
                (await SetPanelMembers.ExecuteAsync(input, Acting.ToTheEnd)).Refusal
            )
        )
        {
            _editing = false;
            await Saved.InvokeAsync();
        }
        else if (_acting.Refusal?.Kind == RefusalKind.ChangedMeanwhile)
        {
            // The choice stays; beside it stands the panel as a colleague set it, on which it is saved next.
            await Saved.InvokeAsync();
            _seen = Panel.Seen;
        }
    }
}
