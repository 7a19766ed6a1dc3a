using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TradeSecretPilot.Web.Components;

/// <summary>What the browser kept of an earlier visit because it never reached the server.</summary>
/// <param name="Fields">Values by the keys of the controls (data-field).</param>
public sealed record KeptDraft(IReadOnlyDictionary<string, string> Fields);

/// <summary>The browser's own copy of unsaved typing (js/draft.js).</summary>
public sealed class DraftKeeper(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>Begins to keep what is typed inside <paramref name="root"/>; answers what an earlier visit left.</summary>
    public async Task<KeptDraft?> StartAsync(ElementReference root, string record)
    {
        _module = await js.InvokeAsync<IJSObjectReference>("import", "/js/draft.js");
        return await _module.InvokeAsync<KeptDraft?>("start", root, record);
    }

    /// <summary>How far the typing goes that has reached the server by now.</summary>
    public async Task<int> MarkAsync() =>
        _module is null ? 0 : await _module.InvokeAsync<int>("mark");

    /// <summary>Everything up to the mark is saved.</summary>
    public Task SavedAsync(int mark) => CallAsync("saved", mark);

    /// <summary>What the earlier visit left is restored or not wanted.</summary>
    public Task SettleAsync() => CallAsync("settle");

    /// <summary>Moves the keyboard to the control of a key, or to the heading or row of an anchor.</summary>
    public Task FocusAsync(string target) => CallAsync("focus", target);

    /// <summary>Shows the comparison at its first change.</summary>
    public Task RevealAsync() => CallAsync("reveal");

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            try
            {
                await _module.InvokeVoidAsync("stop");
                await _module.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The tab is gone; what it kept waits in the browser.
            }
        }
    }

    private async Task CallAsync(string function, params object[] arguments)
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync(function, arguments);
        }
    }
}
