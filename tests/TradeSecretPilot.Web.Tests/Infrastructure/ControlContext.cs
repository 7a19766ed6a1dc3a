using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using TradeSecretPilot.Web.Ui.Controls;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Tests.Infrastructure;

/// <summary>Draws components that use MudBlazor's controls, together with the host that pages have.</summary>
public abstract class ControlContext : ChineseContext
{
    protected ControlContext()
    {
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddScoped<ControlLoader>();
        Services.AddScoped<IDialogService, PortalDialogs>();
        Services.AddMudServices(options => Snackbars.Configure(options.SnackbarConfiguration));
        Services.AddSingleton<MudLocalizer, MudChinese>();
        JSInterop.SetupModule("/js/controls.js").Setup<bool>("load", _ => true).SetResult(true);
    }

    /// <summary>20 April 2022, 9:41 in Beijing.</summary>
    internal HandClock Clock { get; } = new();

    /// <summary>Dialogs, messages and pop-ups appear here.</summary>
    protected IRenderedComponent<ControlHost> Host => field ??= Render<ControlHost>();

    /// <summary>Asks as a page does, where it is rendered.</summary>
    protected Task<TAnswer> On<TAnswer>(Func<IDialogService, Task<TAnswer>> ask)
    {
        var answer = new TaskCompletionSource<TAnswer>();
        _ = Host.InvokeAsync(async () =>
        {
            try
            {
                answer.SetResult(await ask(Services.GetRequiredService<IDialogService>()));
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
        });
        return answer.Task;
    }

    /// <summary>Renders a component beside the host, as a page does.</summary>
    protected IRenderedComponent<T> Draw<T>(
        Action<ComponentParameterCollectionBuilder<T>> parameters
    )
        where T : IComponent
    {
        _ = Host;
        return Render(parameters);
    }
}
