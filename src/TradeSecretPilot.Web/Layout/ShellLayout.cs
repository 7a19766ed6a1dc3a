using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Diagnostics;

namespace TradeSecretPilot.Web.Layout;

/// <summary>What every layout knows: the frame's model and the present address.</summary>
public abstract class ShellLayout : LayoutComponentBase, IDisposable
{
    [Inject]
    public required ShellSource Shell { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected ShellModel Model { get; private set; } = ShellModel.Empty;

    /// <summary>Path and query of the present page; on an error page those that were asked for.</summary>
    protected string ReturnUrl =>
        Http?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
            ? asked.OriginalPath + asked.OriginalQueryString
            : "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    /// <summary>
    /// Browser tests wait for this: 1 once the page answers to clicks, which a static page does at once.
    /// </summary>
    protected string Ready => RendererInfo.IsInteractive || AssignedRenderMode is null ? "1" : "0";

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
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            Shell.Changed += OnShellChanged;
            Navigation.LocationChanged += OnLocationChanged;
        }

        Model = await Shell.LoadAsync();
    }

    // The frame stays while pages change: what they count is read again with each page.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => Refresh();

    private void OnShellChanged(object? sender, EventArgs e) => Refresh();

    private void Refresh() =>
        _ = InvokeAsync(async () =>
        {
            try
            {
                Model = await Shell.LoadAsync();
                StateHasChanged();
            }
            catch (Exception e)
            {
                await DispatchExceptionAsync(e);
            }
        });
}
