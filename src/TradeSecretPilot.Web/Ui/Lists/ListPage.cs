using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Ui.Lists;

/// <summary>
/// A page whose list follows the address: it reads again whenever status, filter, sorting or page in the address change.
/// </summary>
public abstract class ListPage : LoadingComponent
{
    private readonly SemaphoreSlim _reading = new(1, 1);

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>The state that the address holds.</summary>
    protected ListQuery Query { get; private set; } = null!;

    protected override ValueTask LeaveAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        return base.LeaveAsync();
    }

    /// <summary>Reads the list for <see cref="Query"/>.</summary>
    protected abstract Task LoadAsync();

    protected override async Task StartAsync()
    {
        Query = ListQuery.From(Navigation);
        Navigation.LocationChanged += OnLocationChanged;
        await _reading.WaitAsync(Left);
        try
        {
            await LoadAsync();
        }
        finally
        {
            _reading.Release();
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        var query = ListQuery.From(Navigation);
        if (query.Path == Query.Path)
        {
            _ = InvokeAsync(() => ReloadAsync(query));
        }
    }

    // One after the other, and only for the last address: a slow answer never replaces that of a later question.
    private async Task ReloadAsync(ListQuery query)
    {
        Query = query;
        try
        {
            await _reading.WaitAsync(Left);
            try
            {
                if (query == Query)
                {
                    await LoadAsync();
                }
            }
            finally
            {
                _reading.Release();
            }

            StateHasChanged();
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            // The page was left while it read.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
