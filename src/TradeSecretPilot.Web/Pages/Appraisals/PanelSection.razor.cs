using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>Who sits on the panel; the working group chooses from the pool.</summary>
public sealed partial class PanelSection : IDisposable
{
    private const int PoolSize = 60;
    private const int UsualDays = 21;

    private readonly CancellationTokenSource _left = new();
    private readonly HashSet<Guid> _chosen = [];
    private IReadOnlyList<ListExperts.Row> _pool = [];
    private int _total;
    private string? _text;
    private DateOnly? _due;
    private bool _editing;
    private bool _busy;
    private Refusal? _refusal;

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

    /// <summary>Plans are assigned once forwarding has closed.</summary>
    private DateOnly FirstDayOfScoring
    {
        get
        {
            var closed = BeijingText.DayOf(Panel.Batch.Forwarding.At);
            return closed > Today ? closed : Today;
        }
    }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (MayEdit && !_editing && Panel.ScoresDueOn is null)
        {
            await EditAsync();
        }

        _editing &= MayEdit;
    }

    private async Task EditAsync()
    {
        _editing = true;
        _refusal = null;
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
            _left.Token
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
        if (_busy)
        {
            return;
        }

        if (_due is not { } due)
        {
            _refusal = PlatformRefusals.InvalidInput(
                "请填写评分截止日。",
                "Give the last day for scoring."
            );
            return;
        }

        _busy = true;
        try
        {
            var saved = await SetPanelMembers.ExecuteAsync(
                new(Panel.Batch.Id, [.. _chosen], due),
                CancellationToken.None
            );
            _refusal = saved.Refusal;
            if (_refusal is null)
            {
                _editing = false;
                await Saved.InvokeAsync();
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
