using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Selections;

/// <summary>公布: the decided list before and after it becomes public.</summary>
public sealed partial class AnnouncementPage : ActingPage
{
    private string _number = "";
    private string _reason = "";
    private string? _numberError;
    private string? _reasonError;

    /// <summary>What is typed, kept for the circuit after this one.</summary>
    [PersistentState]
    public string[]? TypedIn
    {
        get => _number.Length + _reason.Length > 0 ? [_number, _reason] : null;
        set
        {
            if (value is [var number, var reason])
            {
                (_number, _reason) = (number, reason);
            }
        }
    }

    /// <summary>Number of the batch.</summary>
    [SupplyParameterFromQuery(Name = BatchChoice.Key)]
    public string? Number { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required GetDecision GetDecision { get; set; }

    [Inject]
    public required PublishAnnouncement PublishAnnouncement { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private BatchView? Batch { get; set; }

    private GetDecision.View? View { get; set; }

    private DateTimeOffset Now { get; set; }

    private List<DocumentLink> Documents =>
        [
            View!.Announcement is null
                ? new(
                    L["公布名单的通知"],
                    $"/documents/announcement-drafts/{Batch!.Id}",
                    L["草稿，尚未公布"],
                    string.IsNullOrWhiteSpace(_number)
                        ? ""
                        : $"?number={Uri.EscapeDataString(_number.Trim())}",
                    Word: true
                )
                : new(
                    L["公布名单的通知"],
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"/documents/announcements/{Batch!.Number}"
                    ),
                    View.Announcement.DocumentNumber
                ),
            new(L["遴选决定"], $"/documents/decisions/{Batch.Id}", View.DecisionNumber),
        ];

    private string Title => L["{0}公布", InLanguage.Of(Batch!.NameZh, Batch.NameEn)];

    /// <summary>The list does not fit the seats of the batch, and publishing it was refused.</summary>
    private bool SeatsRefused =>
        Refusal is not null
        && View is { } view
        && (view.Selected.Count < view.Batch.MinSeats || view.Selected.Count > view.Batch.MaxSeats);

    protected override async Task FollowParametersAsync()
    {
        Batches = await ListBatches.ExecuteAsync(Left);
        Batch = BatchChoice.Of(Batches, Number, BatchStage.Decided, BatchStage.Announced);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Now = Clock.Now();
        if (Batch is not { } batch)
        {
            return;
        }

        var read = await GetDecision.ExecuteAsync(new(batch.Id), Left);
        Refusal = read.Refusal;
        View = read.Refusal is null ? read.Value : null;
        Batch = View?.Batch ?? batch;
    }

    protected override Task ShowPresentAsync() => LoadAsync();

    private async Task PublishAsync()
    {
        var view = View!;
        var late = view.IsOverdue || Clock.Now() >= view.Batch.PublishBy;
        _numberError = _number.Trim().Length == 0 ? L["请填写公布文号。"].Value : null;
        _reasonError = late && _reason.Trim().Length == 0 ? L["请说明逾期理由。"].Value : null;
        if (Busy || _numberError is not null || _reasonError is not null)
        {
            return;
        }

        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["公布{0}个试点地区？", view.Selected.Count],
                late
                    ? L[
                        "文号{0}。名单和逾期理由立即公开，不能撤回；{1}个申报地区和所在省份将收到结果。",
                        _number.Trim(),
                        view.Selected.Count + view.NotSelected.Count
                    ]
                    : L[
                        "文号{0}。名单立即公开，不能撤回；{1}个申报地区和所在省份将收到结果。",
                        _number.Trim(),
                        view.Selected.Count + view.NotSelected.Count
                    ],
                L["公布{0}个试点地区", view.Selected.Count]
            )
            {
                Records = [.. view.Selected.Select(r => (r.RegionName, (string?)r.ProvinceName))],
            }
        );
        if (answer is null)
        {
            return;
        }

        if (
            await ActAsync(async () =>
                (
                    await PublishAnnouncement.ExecuteAsync(
                        new(view.Batch.Id, _number, view.Batch.Version, late ? _reason : null),
                        Acting.ToTheEnd
                    )
                ).Refusal
            )
        )
        {
            await LoadAsync();
        }
    }
}
