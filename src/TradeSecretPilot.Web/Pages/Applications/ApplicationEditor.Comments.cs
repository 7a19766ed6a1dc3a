using Microsoft.AspNetCore.Components;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>Ticking off the comments of a return, each kept on the server at once and shared by the organisation.</summary>
public sealed partial class ApplicationEditor
{
    [Inject]
    public required HandleComment HandleComment { get; set; }

    [Inject]
    public required ReopenComment ReopenComment { get; set; }

    private IReadOnlyList<EditorComment> OpenComments =>
        [.. Editing!.Comments.Where(c => c.IsOpen)];

    private async Task TickAsync(EditorComment comment)
    {
        if (comment.IsOpen)
        {
            var handled = await HandleComment.ExecuteAsync(
                new HandleComment.Input(Id, comment.VersionNumber, comment.Number),
                Acting.ToTheEnd
            );
            Refusal = handled.Refusal;
            if (Refusal is null)
            {
                Editing!.Mark(comment.Number, handled.Value);
            }
        }
        else
        {
            var reopened = await ReopenComment.ExecuteAsync(
                new ReopenComment.Input(Id, comment.VersionNumber, comment.Number),
                Acting.ToTheEnd
            );
            Refusal = reopened.Refusal;
            if (Refusal is null)
            {
                Editing!.Mark(comment.Number, null);
            }
        }

        if (Refusal is not null)
        {
            // A colleague was quicker: what they did is shown beside the refusal.
            var now = await GetApplication.ExecuteAsync(new GetApplication.Input(Id), Left);
            Editing!.Answer(now.Refusal is null ? now.Value.Comments : View!.Comments);
        }

        StateHasChanged();
    }
}
