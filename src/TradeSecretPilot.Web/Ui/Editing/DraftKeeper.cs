using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TradeSecretPilot.Web.Ui.Editing;

/// <summary>A field that was typed in and that the server has not confirmed.</summary>
/// <param name="Key">The control's <c>data-field</c>.</param>
/// <param name="Base">What the server held when it was first typed in.</param>
/// <param name="Given">What the server was given last.</param>
public sealed record TypedField(string Key, string Value, string Base, string Given);

/// <summary>What the browser kept of earlier visits.</summary>
/// <param name="Own">Of this window: it was loaded anew, or its circuit was lost.</param>
/// <param name="Left">Of windows that are closed, by the key of their copy.</param>
public sealed record KeptTyping(IReadOnlyList<TypedField> Own, IReadOnlyList<KeptCopy> Left);

/// <summary>The copy of a closed window.</summary>
public sealed record KeptCopy(string Key, IReadOnlyDictionary<string, KeptValue> Fields);

/// <inheritdoc cref="TypedField"/>
public sealed record KeptValue(string Value, string Base);

/// <summary>
/// The browser's copy of what is typed, one for each window, until the server confirms that it holds exactly that (js/draft.js).
/// </summary>
public sealed class DraftKeeper(IJSRuntime js) : IAsyncDisposable
{
    /// <summary>A browser that is there answers at once; one whose line is down must not hold up the save of what has arrived.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private IJSObjectReference? _module;

    /// <summary>Begins to keep what is typed inside <paramref name="root"/>; answers what earlier visits left.</summary>
    /// <param name="record">Account and record, so that nobody meets the typing of another.</param>
    /// <param name="page">Its <c>SettleTypedAsync</c> is called while the browser holds what was not confirmed.</param>
    /// <returns>Null when the controls are not in the page (any more).</returns>
    public async Task<KeptTyping?> StartAsync<T>(
        ElementReference root,
        string record,
        DotNetObjectReference<T> page
    )
        where T : class
    {
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", "/js/draft.js");
        return await _module.InvokeAsync<KeptTyping?>("start", root, record, page);
    }

    /// <summary>What is typed and not confirmed; null when the browser does not answer.</summary>
    public async Task<IReadOnlyList<TypedField>?> ReadPendingAsync()
    {
        if (_module is null)
        {
            return [];
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await _module.InvokeAsync<TypedField[]?>("pending", patience.Token) ?? [];
        }
        catch (Exception e)
            when (e is OperationCanceledException or JSDisconnectedException or JSException)
        {
            return null;
        }
    }

    /// <summary>The server holds these values.</summary>
    public Task ConfirmAsync(IReadOnlyList<TypedField> fields) =>
        fields.Count == 0 ? Task.CompletedTask : CallAsync("confirm", fields);

    /// <summary>Fields of this window that wait for a choice and not for the server.</summary>
    /// <returns>The key of the copy that holds them.</returns>
    public async Task<string?> SetAsideAsync(IReadOnlyList<string> keys) =>
        _module is null ? null : await _module.InvokeAsync<string?>("aside", keys);

    /// <summary>Copies of closed windows that are restored and saved, or not wanted.</summary>
    public Task SettleAsync(IEnumerable<string> copies) => CallAsync("settle", copies.ToList());

    /// <summary>Moves the keyboard to the control of a key, or to the heading or row of an anchor.</summary>
    public Task FocusAsync(string target) => CallAsync("focus", target);

    /// <summary>Shows the comparison at its first change.</summary>
    public Task RevealAsync() => CallAsync("reveal");

    public async ValueTask DisposeAsync()
    {
        if (_module is null)
        {
            return;
        }

        try
        {
            await _module.InvokeVoidAsync("stop");
            await _module.DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The tab is gone; what it kept waits in the browser.
        }
    }

    private async Task CallAsync(string function, object? argument = null)
    {
        if (_module is null)
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _module.InvokeVoidAsync(function, patience.Token, [argument]);
        }
        catch (Exception e) when (e is OperationCanceledException or JSDisconnectedException)
        {
            // The line is down: the browser offers what it holds again when it is back.
        }
    }
}
