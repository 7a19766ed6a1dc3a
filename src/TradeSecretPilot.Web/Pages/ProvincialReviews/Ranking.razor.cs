using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>排序上报: both deadlines, the ranking, and the province's one letter.</summary>
public sealed partial class Ranking : ActingPage
{
    private string _letter = "";
    private string? _letterError;

    /// <summary>The letter's number as typed, kept for the circuit after this one.</summary>
    [PersistentState]
    public string? TypedIn
    {
        get => _letter.Length > 0 ? _letter : null;
        set => _letter = value ?? _letter;
    }

    /// <summary>Number of the batch in the address.</summary>
    [SupplyParameterFromQuery(Name = BatchChoice.Key)]
    public int? Batch { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required GetProvincialCall GetProvincialCall { get; set; }

    [Inject]
    public required RankApplications RankApplications { get; set; }

    [Inject]
    public required ForwardApplications ForwardApplications { get; set; }

    [Inject]
    public required UploadSealedLetter UploadSealedLetter { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private GetProvincialCall.View? View { get; set; }

    private List<DocumentLink> Documents =>
        [
            View!.ForwardedAt is null
                ? new(
                    L["上报函"],
                    $"/documents/letters/{View.Batch.Id}",
                    L["草稿，按现在的名次"],
                    string.IsNullOrWhiteSpace(_letter)
                        ? ""
                        : $"?number={Uri.EscapeDataString(_letter.Trim())}",
                    Word: true
                )
                : new(
                    L["上报函"],
                    $"/documents/letters/{View.Batch.Id}",
                    View.LetterNumber,
                    Word: true
                ),
            .. View.ReceiptNumber is { } receipt
                ? new DocumentLink[]
                {
                    new(L["回执"], $"/documents/receipts/{Uri.EscapeDataString(receipt)}", receipt),
                }
                : [],
        ];

    /// <summary>Between which the page switches.</summary>
    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private DateTimeOffset Now { get; set; }

    /// <summary>A change of the ranking is on its way; the letter waits for it.</summary>
    private bool Saving { get; set; }

    private IReadOnlyList<GetProvincialCall.Row> Ranked =>
        [.. View!.Recommended.Where(r => r.Rank is not null).OrderBy(r => r.Rank)];

    /// <summary>How many are ranked beyond what the batch takes of a province.</summary>
    private int TooMany => Math.Max(0, Ranked.Count - (View!.Batch.MaxPerProvince ?? Ranked.Count));

    private IReadOnlyList<GetProvincialCall.Row> Unranked =>
        [.. View!.Recommended.Where(r => r.Rank is null)];

    private bool Together => View!.Submission.At == View.Forwarding.At;

    private TimeMark OwnMark =>
        Together
            ? NationalMark
            : new TimeMark(L["距本省申报截止"], L["本省截止"], View!.Submission.At);

    private TimeMark? OtherMark => Together ? null : NationalMark;

    private TimeMark NationalMark =>
        new(L["距向总局上报截止"], L["上报截止"], View!.Forwarding.At, RestDayNote);

    private string? RestDayNote
    {
        get
        {
            var day = BeijingText.LastOpenDay(View!.Forwarding.At);
            return View.Batch.RollsToWorkingDay || Together || WorkingDays.IsWorkingDay(day)
                ? null
                : L["逢{0}不顺延", InLanguage.Of(WorkingDays.Describe(day))].Value;
        }
    }

    protected override async Task FollowParametersAsync()
    {
        // Acts on this page change no batch.
        Batches = BatchChoice.Opened(await ListBatches.ExecuteAsync(Left));
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Now = Clock.Now();
        var result = await GetProvincialCall.ExecuteAsync(
            new GetProvincialCall.Input(Batch is { } number ? BatchKey.OfNumber(number) : null),
            Left
        );
        Refusal = result.Refusal;
        View = result.Refusal is null ? result.Value : null;
    }

    private async Task<Refusal?> SaveOrderAsync(IReadOnlyList<Guid> order)
    {
        Saving = true;
        try
        {
            var input = new RankApplications.Input(View!.Batch.Id, order, View.Seen);
            var result = await RankApplications.ExecuteAsync(input, Acting.ToTheEnd);
            if (result.Refusal is null)
            {
                View = View with { Seen = result.Value };
            }

            return result.Refusal;
        }
        finally
        {
            Saving = false;
        }
    }

    // The letter panel lists what goes up, so it follows every change that was saved; a refused one is read again.
    private async Task TakeOrderAsync(IReadOnlyList<GetProvincialCall.Row>? rows)
    {
        if (rows is null)
        {
            await LoadAsync();
        }
        else
        {
            View = View! with { Recommended = rows };
        }
    }

    protected override Task ShowPresentAsync() => LoadAsync();

    private static string SealedWord(GetProvincialCall.Row row) =>
        row.IsSealed ? "盖章件一致" : "未上传盖章件";

    // The letter was sent: its text, and so its fingerprint, stays.
    private Task<Result<SealedCopyView>> SealAsync(string _, Upload scan, CancellationToken ct) =>
        UploadSealedLetter.ExecuteAsync(new UploadSealedLetter.Input(View!.Batch.Id, scan), ct);

    private async Task ForwardAsync()
    {
        _letterError = string.IsNullOrWhiteSpace(_letter) ? L["请填写上报函文号。"].Value : null;
        var (going, seen) = (Ranked, View!.Seen);
        if (_letterError is not null || going.Count == 0 || TooMany > 0 || Busy || Saving)
        {
            return;
        }

        var left = Unranked.Count;
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["向市场监管总局上报{0}个地区？", going.Count],
                left + View!.Waiting == 0
                    ? L["全省一函，上报后不能再增加地区或调整名次。"]
                    : L[
                        "全省一函，上报后不能再增加地区或调整名次。另有{0}个已推荐地区未排名次、{1}件待初审，不在本次上报之列。",
                        left,
                        View.Waiting
                    ],
                L["上报{0}个地区", going.Count]
            )
            {
                Records =
                [
                    .. going.Select(r =>
                        (
                            $"{r.Rank} {r.RegionName}",
                            (string?)(
                                L["第{0}版", r.VersionNumber].Value + L["，"] + L[SealedWord(r)]
                            )
                        )
                    ),
                ],
            }
        );
        if (answer is null)
        {
            return;
        }

        var input = new ForwardApplications.Input(View.Batch.Id, _letter, seen);
        if (
            await ActAsync(async () =>
                (await ForwardApplications.ExecuteAsync(input, Acting.ToTheEnd)).Refusal
            )
        )
        {
            await LoadAsync();
        }
    }
}
