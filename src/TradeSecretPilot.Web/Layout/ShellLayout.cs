using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace TradeSecretPilot.Web.Layout;

/// <summary>What every layout knows: the frame's model and the present address.</summary>
public abstract class ShellLayout : LayoutComponentBase
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

    protected override async Task OnInitializedAsync() => Model = await Shell.LoadAsync();

    /// <summary>Reads the counts again, after an act that changes what waits.</summary>
    protected async Task RefreshAsync()
    {
        Model = await Shell.LoadAsync();
        await InvokeAsync(StateHasChanged);
    }
}
