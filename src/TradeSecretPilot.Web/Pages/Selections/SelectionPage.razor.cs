using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Selections;

/// <summary>遴选: the working group's draft over the ranking, and the lead's decision on it.</summary>
public sealed partial class SelectionPage : AutosavingPage
{
    private string _decisionNumber = "";
    private string? _numberError;
    private bool _loaded;

    /// <summary>Number of the batch.</summary>
    [SupplyParameterFromQuery(Name = BatchChoice.Key)]
    public string? Number { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required GetSelection GetSelection { get; set; }

    [Inject]
    public required SaveSelection SaveSelection { get; set; }

    [Inject]
    public required ProposeSelection ProposeSelection { get; set; }

    [Inject]
    public required DecideSelection DecideSelection { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private BatchView? Batch { get; set; }

    private GetSelection.View? View { get; set; }

    /// <summary>What the page holds; what follows from it is in <see cref="View"/> once saved.</summary>
    private Dictionary<Guid, ChoiceState> Choices { get; } = [];

    private int? Version { get; set; }

    private DateTimeOffset Now { get; set; }

    private string Title => L["{0}遴选", InLanguage.Of(Batch!.NameZh, Batch.NameEn)];

    private bool Outside =>
        View!.SelectedCount < View.Batch.MinSeats || View.SelectedCount > View.Batch.MaxSeats;

    private bool Late => View!.Batch.AnnouncedAt is null && Now >= View.Batch.PublishBy;

    private string? WhyNot => InLanguage.Of(View!.WhyNotProposed);

    private string? NextActor =>
        View!.Turn.Actor switch
        {
            UseCases.Applications.NextActor.WorkingGroup => L["工作组"].Value,
            UseCases.Applications.NextActor.WorkingGroupLead => L["工作组组长"].Value,
            _ => null,
        };

    private bool NextIsMe => View!.MayDecide || View.MayPublish;

    private string? NextAct =>
        View!.Status switch
        {
            SelectionStatus.Draft => L["提出草案"].Value,
            SelectionStatus.Proposed => L["作出决定"].Value,
            _ => View.Turn.Actor == UseCases.Applications.NextActor.Nobody ? null : L["公布"].Value,
        };

    private string Moves
    {
        get
        {
            var moved = View!.Rows.Where(r => r.Move != SelectionMove.None).ToList();
            var into = moved.Count(r => r.Move == SelectionMove.In);
            var open = View.Checks.MovesWithoutReason;
            return moved.Count == 0 ? L["与评估排名一致"]
                : open == 0 ? L["调入{0}个、调出{1}个，均已填理由", into, moved.Count - into]
                : L["调入{0}个、调出{1}个，{2}个未填理由", into, moved.Count - into, open];
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        Batches = await ListBatches.ExecuteAsync(Left);
        Batch = BatchChoice.Of(Batches, Number, BatchStage.Selecting, BatchStage.Decided);
        await ReloadAsync();
        _loaded = true;
    }

    protected override async Task<Result<DateTimeOffset>> SaveAsync()
    {
        var saved = await SaveSelection.ExecuteAsync(
            new(
                Batch!.Id,
                [
                    .. Choices.Select(c => new SaveSelection.Choice(
                        c.Key,
                        c.Value.Selected,
                        c.Value.Reason
                    )),
                ],
                Version
            ),
            CancellationToken.None
        );
        if (saved.Refusal is { } refusal)
        {
            return refusal;
        }

        Version = saved.Value.Version;
        return saved.Value.SavedAt;
    }

    // Line, balance and checks follow from the choice; what is typed meanwhile stays as it is.
    protected override Task SavedAsync() => ReadAsync();

    private async Task ReloadAsync()
    {
        Forget();
        Choices.Clear();
        if (!await ReadAsync())
        {
            return;
        }

        Version = View!.Version;
        foreach (var row in View.Rows)
        {
            Choices[row.ApplicationId] = new ChoiceState
            {
                Selected = row.Selected,
                Reason = row.Reason ?? "",
            };
        }

        if (View.SavedAt is { } savedAt)
        {
            SavedAt = savedAt;
            SaveState = SaveState.Saved;
        }
    }

    private async Task<bool> ReadAsync()
    {
        Now = Clock.Now();
        if (Batch is not { } batch)
        {
            return false;
        }

        var read = await GetSelection.ExecuteAsync(new(batch.Id), Left);
        Refusal = read.Refusal;
        View = read.Refusal is null ? read.Value : null;
        return View is not null;
    }

    private async Task ToggleAsync((Guid Id, bool Selected) toggled)
    {
        Choices[toggled.Id].Selected = toggled.Selected;
        Touch();
        await FlushAsync();
    }

    /// <summary>
    /// Moves the line by one seat: up takes back the lowest region chosen, down takes in the next one below it. A region
    /// passed over on purpose stays so while there is another.
    /// </summary>
    private async Task ShiftAsync(int seats)
    {
        var rows = View!.Rows;
        var lowest = rows.LastOrDefault(r => Choices[r.ApplicationId].Selected);
        var row =
            seats < 0
                ? lowest
                : rows.SkipWhile(r => lowest is not null && r != lowest)
                    .FirstOrDefault(r => !Choices[r.ApplicationId].Selected)
                    ?? rows.FirstOrDefault(r => !Choices[r.ApplicationId].Selected);
        if (row is not null)
        {
            await ToggleAsync((row.ApplicationId, seats > 0));
        }
    }

    /// <summary>Starts the draft from the ranking.</summary>
    private async Task FillAsync(int seats)
    {
        foreach (var row in View!.Rows.Take(seats))
        {
            Choices[row.ApplicationId].Selected = true;
        }

        Touch();
        await FlushAsync();
    }

    private async Task ProposeAsync()
    {
        if (!await FlushAsync() || WhyNot is not null || Version is not { } version)
        {
            return;
        }

        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["向组长提交入选{0}个地区的草案？", View!.SelectedCount],
                L["组长将收到通知并作出决定。决定前如再修改，须重新提交。"],
                L["提交{0}个地区", View.SelectedCount]
            )
            {
                Records = SelectedRecords(),
            }
        );
        if (
            answer is not null
            && await ActAsync(async () =>
                (
                    await ProposeSelection.ExecuteAsync(
                        new(Batch!.Id, version),
                        CancellationToken.None
                    )
                ).Refusal
            )
        )
        {
            await ReloadAsync();
        }
    }

    private async Task DecideAsync()
    {
        _numberError = _decisionNumber.Trim().Length == 0 ? L["请填写决定文号。"].Value : null;
        if (_numberError is not null || !await FlushAsync() || Version is not { } version)
        {
            return;
        }

        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["决定入选{0}个地区？", View!.SelectedCount],
                L[
                    "决定文号{0}。其余{1}个地区未入选。决定后名单不再更改，公布前只有总局可见。",
                    _decisionNumber.Trim(),
                    View.Rows.Count - View.SelectedCount
                ],
                L["决定入选{0}个地区", View.SelectedCount]
            )
            {
                Records = SelectedRecords(),
            }
        );
        if (
            answer is not null
            && await ActAsync(async () =>
                (
                    await DecideSelection.ExecuteAsync(
                        new(Batch!.Id, version, _decisionNumber),
                        CancellationToken.None
                    )
                ).Refusal
            )
        )
        {
            Batch = (await ListBatches.ExecuteAsync(Left)).First(b => b.Id == Batch!.Id);
            await ReloadAsync();
        }
    }

    private IReadOnlyList<(string Name, string? Remark)> SelectedRecords() =>
        [
            .. View!
                .Rows.Where(r => r.Selected)
                .Select(r =>
                    (
                        r.RegionName,
                        (string?)
                            string.Create(
                                CultureInfo.CurrentCulture,
                                $"{r.ProvinceName} · {L["第{0}名", r.Place]}"
                            )
                    )
                ),
        ];
}
