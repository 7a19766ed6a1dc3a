using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>Where the settings of a batch come from, and how its preparation is given up.</summary>
public sealed partial class BatchEditor
{
    private string? _taken;

    /// <summary>The other batches, latest first, whose settings may be taken over.</summary>
    private IReadOnlyList<BatchView> Others { get; set; } = [];

    /// <summary>The one that is chosen of them.</summary>
    private Guid SourceId { get; set; }

    private BatchView? Source =>
        Others.FirstOrDefault(b => b.Id == SourceId) ?? (Others.Count > 0 ? Others[0] : null);

    private bool MayDiscard => Batch?.Acts.Contains(BatchAct.Discard) == true;

    private void TakeFirst()
    {
        Editing!.Draft.Take(FirstBatch.Settings);
        _taken = L["已填入工作方案对第一批的规定，请逐项核对。"];
        Touch();
    }

    private void TakeOver()
    {
        var years = Editing!.Draft.Advance(Source!);
        _taken = L["已填入{0}的设置，日期顺延{1}年，请逐项核对。", BatchWords.Name(Source!), years];
        Touch();
    }

    private async Task DiscardAsync()
    {
        if (!await FlushAsync())
        {
            return;
        }

        var (name, version) = (BatchWords.Name(Batch!), Editing!.Version);
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["放弃筹备{0}？", name],
                L["本批次的全部设置将被删除，不能恢复；审计记录中保留放弃的时间和人员。"],
                L["放弃筹备"]
            )
        );
        if (
            answer is not null
            && await ActAsync(async () =>
                (
                    await DiscardBatch.ExecuteAsync(
                        new DiscardBatch.Input(Id!.Value, version),
                        Acting.ToTheEnd
                    )
                ).Refusal
            )
        )
        {
            EndEditing();
            Editing = null;
            Snackbar.Done(L["已放弃筹备{0}。", name]);
            Navigation.NavigateTo("/batches");
        }
    }
}
