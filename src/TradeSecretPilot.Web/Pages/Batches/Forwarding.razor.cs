using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>上报进度: what each province has forwarded and what is still with it, in counts.</summary>
public sealed partial class Forwarding : ListPage
{
    private const string Outstanding = "outstanding";
    private const string Done = "forwarded";

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required GetForwardingProgress GetForwardingProgress { get; set; }

    [Inject]
    public required ExtendProvince ExtendProvince { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private GetForwardingProgress.View? View { get; set; }

    private IReadOnlyList<GetForwardingProgress.Row> Rows { get; set; } = [];

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private string ApplicationsHref =>
        View is null ? "/applications" : BatchPage.Of("/applications", View.Batch.Number);

    private Refusal? Refusal { get; set; }

    private bool IsLead { get; set; }

    private bool Loading { get; set; } = true;

    private DateTimeOffset Now { get; set; }

    private IReadOnlyList<StatusTab> Tabs =>
        [
            new(null, L["全部"], View!.Provinces.Count),
            new(Outstanding, L["未上报"], View.Provinces.Count(p => p.ForwardedAt is null)),
            new(Done, L["已上报"], View.Provinces.Count(p => p.ForwardedAt is not null)),
        ];

    private IReadOnlyList<TileCell> Cells => [.. View!.Provinces.Select(Cell)];

    protected override async Task LoadAsync()
    {
        var user = (await Authentication).User;
        IsLead = user.Role() is { } role && role.Holds(Permission.AmendBatches);
        Now = Clock.Now();
        Batches = BatchChoice.Opened(await ListBatches.ExecuteAsync(Left));
        (View, Refusal) = (null, null);
        if (
            BatchChoice.Of(Batches, Query[ListQuery.BatchKey], BatchStage.Open, BatchStage.Open) is
            { } batch
        )
        {
            var result = await GetForwardingProgress.ExecuteAsync(
                new GetForwardingProgress.Input(batch.Id),
                Left
            );
            View = result.Refusal is null ? result.Value : null;
            Refusal = result.Refusal;
        }

        Rows =
        [
            .. View?.Provinces.Where(p =>
                ListFilters.Forwarded(Query) is not { } forwarded
                || forwarded == p.ForwardedAt is not null
            )
                ?? [],
        ];
        Loading = false;
    }

    private TileCell Cell(GetForwardingProgress.Row row)
    {
        var waiting = row.Submitted + row.Returned + row.Recommended;
        return row switch
        {
            { ForwardedAt: not null } => new TileCell(
                row.ProvinceCode,
                $"{row.Forwarded}",
                L["已上报{0}个地区", row.Forwarded],
                TileShade.Many
            ),
            _ when waiting > 0 => new TileCell(
                row.ProvinceCode,
                "·",
                L["{0}件申报在省级，未上报", waiting],
                TileShade.Some
            ),
            _ => new TileCell(row.ProvinceCode, "–", L["没有申报"], TileShade.None),
        };
    }

    private async Task ExtendAsync(GetForwardingProgress.Row row)
    {
        var batch = View!.Batch;
        var granted = await Dialog.AskAsync(
            new ExtensionRequest(
                L["延长{0}的上报时间？", row.ProvinceName],
                L["只对{0}有效，该省会收到通知；全国截止日期不变。", row.ProvinceName],
                row.Forwarding.At,
                async answer =>
                    (
                        await ExtendProvince.ExecuteAsync(
                            new ExtendProvince.Input(
                                batch.Id,
                                row.ProvinceCode,
                                answer.Until,
                                answer.Reason,
                                Seen.Of(row.Forwarding.At)
                            ),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            )
        );
        if (granted is not null)
        {
            await LoadAsync();
            Snackbar.Done(
                L[
                    "已延期：{0}的上报截止为{1}。",
                    row.ProvinceName,
                    BeijingText.Deadline(BeijingTime.EndOf(granted.Until))
                ]
            );
        }
    }

    /// <summary>A province in which nobody applied owes no letter and is not late.</summary>
    private bool HasNothingToForward(GetForwardingProgress.Row row) =>
        Now >= row.Forwarding.At && row.Submitted + row.Returned + row.Recommended == 0;

    private string LetterOf(GetForwardingProgress.Row row) =>
        $"/documents/letters/{View!.Batch.Id}.pdf?province={row.ProvinceCode}";
}
