using Microsoft.AspNetCore.Components;

namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>
/// A component that reads before it is drawn. Its markup never meets data that is not there yet: until the first reading is
/// done it draws nothing, and the frame shows its calm placeholder; later readings leave what is shown in place until they
/// are done. Reading goes here, never into OnInitializedAsync or OnParametersSetAsync, which draw while they wait.
/// </summary>
public abstract class LoadingComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenRegistration _aborted;
    private Task _reading = Task.CompletedTask;
    private bool _started;
    private int _turn;

    protected LoadingComponent() => Left = _leaving.Token;

    [CascadingParameter]
    private HttpContext? Request { get; set; }

    /// <summary>
    /// Cancelled when the component is removed, or the request that renders it is abandoned. It stays usable afterwards: what still
    /// reads then is cancelled, not faulted.
    /// </summary>
    protected CancellationToken Left { get; }

    /// <summary>The first reading is done, so that the component is drawn.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>
    /// Sets the parameters, waits for what <see cref="StartAsync"/> and <see cref="FollowParametersAsync"/> read, then draws.
    /// Parameters that change meanwhile are followed one after the other, and only the last of them is drawn.
    /// </summary>
    public sealed override Task SetParametersAsync(ParameterView parameters)
    {
        // At once: the view is not valid any more after the first wait.
        parameters.SetParameterProperties(this);
        if (!_started && Request is { } request && _aborted == default)
        {
            _aborted = request.RequestAborted.Register(_leaving.Cancel);
        }

        return _reading = ReadAsync(_reading, ++_turn);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _aborted.DisposeAsync();
        await LeaveAsync();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the component holds, when it is removed.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    /// <summary>Reads once, with the first parameters.</summary>
    protected virtual Task StartAsync() => Task.CompletedTask;

    /// <summary>Reads whenever parameters were set, the first time after <see cref="StartAsync"/>.</summary>
    protected virtual Task FollowParametersAsync() => Task.CompletedTask;

    /// <summary>Draws anew; before the first reading is done there is nothing to draw.</summary>
    protected new void StateHasChanged()
    {
        if (IsLoaded)
        {
            base.StateHasChanged();
        }
    }

    private async Task ReadAsync(Task before, int turn)
    {
        await before;
        if (!_started)
        {
            await StartAsync();
            _started = true;
        }

        if (turn == _turn)
        {
            await FollowParametersAsync();
        }

        if (turn == _turn)
        {
            IsLoaded = true;
            await base.SetParametersAsync(ParameterView.Empty);
        }
    }
}
