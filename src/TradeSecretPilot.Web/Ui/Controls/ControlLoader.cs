using Microsoft.JSInterop;

namespace TradeSecretPilot.Web.Ui.Controls;

/// <summary>
/// Brings MudBlazor's script and sheets (58 KB) into the page when the first of its controls is needed, so that lists and
/// records, which have none, load nothing of it and hold nothing of it on the server.
/// </summary>
public sealed class ControlLoader(IJSRuntime js)
{
    private const string Package = "/_content/MudBlazor/MudBlazor.min";

    // The package's files are served uncompressed through Assets, so they are named by version instead.
    private static readonly string Version = typeof(MudBlazor.MudDialog)
        .Assembly.GetName()
        .Version!.ToString(3);

    private Task? _loading;

    /// <summary>The controls can be drawn.</summary>
    public bool AreLoaded { get; private set; }

    /// <summary>Address of our sheet over its own; the host names it.</summary>
    public string Look { get; set; } = "/css/mud.css";

    /// <summary>The controls can be drawn from now on; raised where the page is rendered.</summary>
    public event EventHandler? Loaded;

    /// <exception cref="JSException">A file could not be fetched; the next call tries again.</exception>
    public Task LoadAsync() =>
        _loading is null or { IsFaulted: true } ? _loading = FetchAsync() : _loading;

    private async Task FetchAsync()
    {
        await using (
            var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/controls.js")
        )
        {
            await module.InvokeAsync<bool>(
                "load",
                $"{Package}.css?v={Version}",
                Look,
                $"{Package}.js?v={Version}"
            );
        }

        AreLoaded = true;
        Loaded?.Invoke(this, EventArgs.Empty);
    }
}
