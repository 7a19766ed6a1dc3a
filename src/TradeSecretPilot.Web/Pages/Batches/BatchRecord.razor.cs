using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>A batch that has opened: its facts, where it stands, and what the lead may still change.</summary>
public sealed partial class BatchRecord
{
    [Parameter, EditorRequired]
    public required BatchView Batch { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>The reader leads the working group.</summary>
    [Parameter]
    public bool IsLead { get; set; }

    /// <summary>The batch was changed and is to be read again.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required ExtendBatch ExtendBatch { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    private bool MayExtend => Batch.Acts.Contains(BatchAct.Extend);

    private bool MayAmendSeats => Batch.Acts.Contains(BatchAct.AmendSeats);

    private string? Turn =>
        Batch.Stage switch
        {
            BatchStage.Open => L["各省级市场监管部门"].Value,
            BatchStage.Appraising => L["专家组"].Value,
            BatchStage.Selecting => L["工作组"].Value,
            BatchStage.Decided => L["工作组组长"].Value,
            BatchStage.Announced or BatchStage.Running => L["试点地区"].Value,
            _ => null,
        };

    private string? TurnAct =>
        Batch.Stage switch
        {
            BatchStage.Open => L["择优上报"].Value,
            BatchStage.Appraising => L["评估论证"].Value,
            BatchStage.Selecting => L["遴选"].Value,
            BatchStage.Decided => L["公布"].Value,
            BatchStage.Announced => L["启动试点"].Value,
            BatchStage.Running => L["实施试点"].Value,
            _ => null,
        };

    private Deadline? TurnDeadline =>
        Batch.Stage switch
        {
            BatchStage.Open => Batch.Forwarding,
            BatchStage.Appraising or BatchStage.Selecting or BatchStage.Decided => new Deadline(
                Batch.PublishBy,
                Batch.PublishBy
            ),
            _ => null,
        };

    private string? StageNote(BatchStage stage) =>
        stage switch
        {
            BatchStage.Open => L[
                "至{0}",
                BeijingText.Day(BeijingText.LastOpenDay(Batch.Forwarding.At))
            ].Value,
            BatchStage.Announced when Batch.AnnouncedAt is { } at => BeijingText.Day(at),
            BatchStage.Announced => L[
                "至{0}",
                BeijingText.Day(BeijingText.LastOpenDay(Batch.PublishBy))
            ],
            BatchStage.Running => L["{0}起¦启动", BeijingText.Day(Batch.PilotStartsOn)],
            BatchStage.Concluded => BeijingText.Day(Batch.PilotEndsOn),
            _ => null,
        };

    private async Task ExtendAsync()
    {
        var granted = await Dialog.AskAsync(
            new ExtensionRequest(
                L["为{0}全批延期？", BatchWords.Name(Batch)],
                L[
                    "32个省份的上报截止一并延后，并收到通知；原日期继续公开显示，延期不能缩短或撤销。"
                ],
                Batch.Forwarding.At,
                async answer =>
                    (
                        await ExtendBatch.ExecuteAsync(
                            new ExtendBatch.Input(
                                Batch.Id,
                                answer.Until,
                                answer.OnlyForBegunDrafts,
                                answer.Reason,
                                Seen.Of(Batch.Forwarding.At)
                            ),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            )
            {
                OffersBegunDrafts = true,
            }
        );
        if (granted is not null)
        {
            await OnChanged.InvokeAsync();
            Snackbar.Done(
                L["已延期：上报截止为{0}。", BeijingText.Deadline(BeijingTime.EndOf(granted.Until))]
            );
        }
    }

    private async Task AmendSeatsAsync()
    {
        var seats = await Dialog.AskAsync<SeatsDialog, SeatsDialog.Seats>(
            L["调整席位？"],
            new() { { d => d.Batch, Batch } }
        );
        if (seats is not null)
        {
            await OnChanged.InvokeAsync();
            Snackbar.Done(L["席位已调整为{0}—{1}个。", seats.Min, seats.Max]);
        }
    }
}
