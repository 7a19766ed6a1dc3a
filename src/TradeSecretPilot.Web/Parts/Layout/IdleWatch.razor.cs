using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TradeSecretPilot.Web.Parts.Access;

namespace TradeSecretPilot.Web.Parts.Layout;

/// <summary>
/// Signs out after the idle time. While somebody works, the cookie is renewed by a small request and the circuit is
/// told, so that both end together.
/// </summary>
public sealed partial class IdleWatch : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private DotNetObjectReference<IdleWatch>? _self;

    [Inject]
    public required IJSRuntime JS { get; set; }

    [Inject]
    public required CircuitActivity Activity { get; set; }

    /// <summary>Called by the page while somebody works on it.</summary>
    [JSInvokable]
    public void Touch() => Activity.Touch();

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_module is not null)
        {
            try
            {
                await _module.InvokeVoidAsync("stop");
                await _module.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The tab is gone, and its timers with it.
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await JS.InvokeAsync<IJSObjectReference>("import", "/js/idle.js");
            await _module.InvokeVoidAsync("start", _self, IdleTimeout.Minutes);
        }
    }
}
