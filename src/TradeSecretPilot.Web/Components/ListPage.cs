using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace TradeSecretPilot.Web.Components;

/// <summary>
/// A page whose list follows the address: it reads again whenever status, filter, sorting or page in the address change.
/// </summary>
public abstract class ListPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>The state that the address holds.</summary>
    protected ListQuery Query { get; private set; } = null!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Navigation.LocationChanged -= OnLocationChanged;
            _left.Cancel();
            _left.Dispose();
        }
    }

    /// <summary>Reads the list for <see cref="Query"/>.</summary>
    protected abstract Task LoadAsync();

    protected override async Task OnInitializedAsync()
    {
        Query = ListQuery.From(Navigation);
        Navigation.LocationChanged += OnLocationChanged;
        await LoadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        var query = ListQuery.From(Navigation);
        if (query.Path == Query.Path)
        {
            _ = InvokeAsync(() => ReloadAsync(query));
        }
    }

    private async Task ReloadAsync(ListQuery query)
    {
        Query = query;
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left while it read.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
