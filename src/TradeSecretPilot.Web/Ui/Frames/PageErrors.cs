using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;

namespace TradeSecretPilot.Web.Ui.Frames;

/// <summary>
/// Keeps the frame alive when a page fails: an act the role does not hold says so, as does a database that does not answer; a bug
/// is logged and says that what was saved is safe. Moving to another page clears it.
/// </summary>
public sealed class PageErrors : ErrorBoundaryBase
{
    [Inject]
    public required ILogger<PageErrors> Logger { get; set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        if (exception is PermissionDeniedException)
        {
            Logger.LogWarning("A page was refused: {Reason}", exception.Message);
        }
        else if (DatabaseErrors.IsTransient(exception))
        {
            Logger.LogError("A page found no database: {Reason}", exception.GetType().Name);
        }
        else
        {
            Logger.LogError(exception, "A page failed");
        }

        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<StatusMessage>(1);
        builder.AddComponentParameter(
            2,
            nameof(StatusMessage.Code),
            StatusMessage.CodeOf(CurrentException)
        );
        builder.CloseComponent();
    }
}
