using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Parts.Records;

/// <summary>修改记录: what a document was while it was written; an earlier text can be put back.</summary>
public abstract class DraftsPage : ActingPage
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The entry to compare with the present text.</summary>
    [SupplyParameterFromQuery(Name = "draft")]
    public Guid? DraftId { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected DateTimeOffset Now { get; private set; }

    /// <summary>When the text that was just put back had been saved, in words; null when none was.</summary>
    protected string? Restored { get; private set; }

    /// <summary>Reads the document with its history.</summary>
    protected abstract Task<Refusal?> ReadAsync();

    /// <summary>Puts an entry in the place of the present text.</summary>
    protected abstract Task<Result> RestoreAsync(Guid draftId, int version);

    protected override Task FollowParametersAsync()
    {
        Restored = null;
        return ShowPresentAsync();
    }

    protected override async Task ShowPresentAsync()
    {
        Refusal = await ReadAsync();
        Now = Clock.Now();
    }

    /// <summary>Asks, and puts the entry back.</summary>
    /// <param name="l">The page's texts.</param>
    /// <param name="entry">The entry on the page.</param>
    /// <param name="version">Row version of the text that it was compared with.</param>
    protected async Task AskAndRestoreAsync(IStringLocalizer l, DraftView entry, int version)
    {
        var saved = BeijingText.Stamp(entry.SavedAt, Now);
        var confirmation = new Confirmation(
            l["恢复到{0}的文本？", saved],
            l["现在的文本会先留存在修改记录里，随时可以再恢复。附件保持现在的样子。"],
            l["恢复这个文本"]
        );
        if (
            !Busy
            && await Dialog.AskAsync(confirmation) is not null
            && await ActAsync(async () => (await RestoreAsync(entry.Id, version)).Refusal)
        )
        {
            await ShowPresentAsync();
            Restored = saved;
        }
    }
}
