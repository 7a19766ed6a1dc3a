using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Diagnostics;

namespace TradeSecretPilot.Web.Parts.Layout;

/// <summary>What every layout knows: the frame's model and the present address.</summary>
public abstract class ShellLayout : LayoutComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenRegistration _aborted;

    protected ShellLayout() => Left = _leaving.Token;

    [Inject]
    public required ShellSource Shell { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected ShellModel Model => Known ?? ShellModel.Empty;

    /// <summary>Kept for the circuit that follows, so that the frame stands while it is read anew.</summary>
    [PersistentState]
    public ShellModel? Known { get; set; }

    /// <summary>Path and query of the present page; on an error page those that were asked for.</summary>
    protected string ReturnUrl =>
        Http?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
            ? asked.OriginalPath + asked.OriginalQueryString
            : "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    /// <summary>
    /// Browser tests wait for this: 1 once the page answers to clicks, which a static page does at once.
    /// </summary>
    protected string Ready => RendererInfo.IsInteractive || AssignedRenderMode is null ? "1" : "0";

    /// <summary>Cancelled when the circuit ends, or the request that renders the page is abandoned.</summary>
    private CancellationToken Left { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Shell.Changed -= OnShellChanged;
            Navigation.LocationChanged -= OnLocationChanged;
            _aborted.Dispose();
            _leaving.Cancel();
            _leaving.Dispose();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _aborted = Http?.RequestAborted.Register(_leaving.Cancel) ?? default;
        if (RendererInfo.IsInteractive)
        {
            Shell.Changed += OnShellChanged;
            Navigation.LocationChanged += OnLocationChanged;
        }

        Known = await Shell.LoadAsync(Left);
    }

    // The frame stays while pages change: what they count is read again with each page.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => Refresh();

    private void OnShellChanged(object? sender, EventArgs e) => Refresh();

    private void Refresh() =>
        _ = InvokeAsync(async () =>
        {
            try
            {
                Known = await Shell.LoadAsync(Left);
                StateHasChanged();
            }
            catch (OperationCanceledException) when (Left.IsCancellationRequested)
            {
                // The circuit ended while the frame was read.
            }
            catch (Exception e)
            {
                await DispatchExceptionAsync(e);
            }
        });
}
