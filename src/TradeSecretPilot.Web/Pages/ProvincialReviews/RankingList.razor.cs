using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.Web.Ui.Editing;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>The recommendations in order, moved by drag, by buttons or by Alt and the arrows; every change is saved at once.</summary>
public sealed partial class RankingList
{
    private readonly Dictionary<Guid, ElementReference> _up = [];
    private readonly Dictionary<Guid, ElementReference> _down = [];
    private List<GetProvincialCall.Row> _order = [];
    private List<GetProvincialCall.Row> _rest = [];
    private IReadOnlyList<GetProvincialCall.Row>? _shown;
    private GetProvincialCall.Row? _dragged;
    private GetProvincialCall.Row? _over;
    private (Guid Id, bool Up)? _focus;
    private SaveState _state;
    private DateTimeOffset? _savedAt;
    private Refusal? _refusal;
    private string? _said;
    private bool _saving;
    private bool _changed;

    [Parameter, EditorRequired]
    public required IReadOnlyList<GetProvincialCall.Row> Rows { get; set; }

    /// <summary>The letter is sent: nothing moves any more.</summary>
    [Parameter]
    public bool Fixed { get; set; }

    /// <summary>Plans without a conclusion.</summary>
    [Parameter]
    public int Waiting { get; set; }

    /// <summary>Saves an order of applications; what is not named has no place.</summary>
    [Parameter, EditorRequired]
    public required Func<IReadOnlyList<Guid>, Task<Refusal?>> Save { get; set; }

    /// <summary>Called after saving with the rows as they now stand; null when they were not saved and are to be read again.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<GetProvincialCall.Row>?> OnSaved { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Rows) || _saving)
        {
            return;
        }

        _shown = Rows;
        _order = [.. Rows.Where(r => r.Rank is not null).OrderBy(r => r.Rank)];
        _rest = [.. Rows.Where(r => r.Rank is null)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } focus)
        {
            return;
        }

        // A row that moves is taken out of the page and put back, which loses the focus.
        _focus = null;
        if ((focus.Up ? _up : _down).TryGetValue(focus.Id, out var button))
        {
            await button.FocusAsync(preventScroll: false);
        }
    }

    private string? Css(GetProvincialCall.Row row) =>
        _dragged is null ? null
        : _dragged.ApplicationId == row.ApplicationId ? "taken"
        : _over?.ApplicationId == row.ApplicationId ? "drop"
        : null;

    private void Take(GetProvincialCall.Row row) => _dragged = row;

    private void Drop() => (_dragged, _over) = (null, null);

    private Task DropAtAsync(int index)
    {
        if (_dragged is not { } row || Fixed)
        {
            return Task.CompletedTask;
        }

        Drop();
        return PlaceAsync(row, index);
    }

    private Task DropOutAsync()
    {
        if (_dragged is not { } row || Fixed)
        {
            return Task.CompletedTask;
        }

        Drop();
        return RemoveAsync(row);
    }

    private Task KeyAsync(KeyboardEventArgs e, GetProvincialCall.Row row) =>
        (e.AltKey, e.Key) switch
        {
            (true, "ArrowUp") => MoveAsync(row, -1),
            (true, "ArrowDown") => MoveAsync(row, 1),
            _ => Task.CompletedTask,
        };

    private Task MoveAsync(GetProvincialCall.Row row, int by)
    {
        var from = _order.FindIndex(r => r.ApplicationId == row.ApplicationId);
        var to = from + by;
        if (Fixed || from < 0 || to < 0 || to >= _order.Count)
        {
            return Task.CompletedTask;
        }

        _focus = (row.ApplicationId, by < 0);
        return PlaceAsync(row, to);
    }

    private Task AddAsync(GetProvincialCall.Row row)
    {
        _focus = (row.ApplicationId, true);
        return PlaceAsync(row, _order.Count);
    }

    private Task PlaceAsync(GetProvincialCall.Row row, int index)
    {
        _rest.RemoveAll(r => r.ApplicationId == row.ApplicationId);
        _order.RemoveAll(r => r.ApplicationId == row.ApplicationId);
        _order.Insert(Math.Min(index, _order.Count), row);
        _said = L["{0}现为第{1}位", row.RegionName, _order.IndexOf(row) + 1];
        return SaveAsync();
    }

    private Task RemoveAsync(GetProvincialCall.Row row)
    {
        if (_order.RemoveAll(r => r.ApplicationId == row.ApplicationId) == 0)
        {
            return Task.CompletedTask;
        }

        _rest.Add(row);
        _said = L["{0}已移出名次", row.RegionName];
        return SaveAsync();
    }

    private IReadOnlyList<GetProvincialCall.Row> Standing() =>
        [
            .. _order.Select((r, i) => r with { Rank = i + 1 }),
            .. _rest.Select(r => r with { Rank = null }),
        ];

    // Moves made while one is being saved are saved together after it, so that the last order wins.
    private async Task SaveAsync()
    {
        _changed = true;
        if (_saving)
        {
            return;
        }

        _saving = true;
        _state = SaveState.Saving;
        try
        {
            while (_changed)
            {
                _changed = false;
                _refusal = await Save([.. _order.Select(r => r.ApplicationId)]);
            }

            _state = _refusal is null ? SaveState.Saved : SaveState.Idle;
            _savedAt = _refusal is null ? Clock.Now() : _savedAt;
        }
        finally
        {
            _saving = false;
            _state = _state == SaveState.Saving ? SaveState.Interrupted : _state;
        }

        await OnSaved.InvokeAsync(_refusal is null ? Standing() : null);
    }
}
