using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Selections;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Selections;

/// <summary>遴选: the working group's draft over the ranking, and the lead's decision on it.</summary>
public sealed partial class SelectionPage : EditingPage
{
    private string _decisionNumber = "";
    private string? _numberError;
    private TypedSelection? _typed;

    /// <summary>Number of the batch.</summary>
    [SupplyParameterFromQuery(Name = BatchChoice.Key)]
    public string? Number { get; set; }

    /// <summary>What is chosen and typed and not saved, kept for the circuit after this one.</summary>
    [PersistentState]
    public TypedSelection? TypedIn
    {
        get =>
            Batch is { } batch && (Editing is { IsDirty: true } || _decisionNumber.Length > 0)
                ? new TypedSelection(
                    batch.Id,
                    _decisionNumber,
                    Editing is { IsDirty: true } editing ? editing.Choices : null
                )
                : null;
        set => _typed = value;
    }

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
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private BatchView? Batch { get; set; }

    private GetSelection.View? View { get; set; }

    /// <summary>What the page holds; what follows from it is in <see cref="View"/> once saved.</summary>
    private SelectionEditing? Editing { get; set; }

    private string Title => L["{0}遴选", InLanguage.Of(Batch!.NameZh, Batch.NameEn)];

    private bool Outside =>
        View!.SelectedCount < View.Batch.MinSeats || View.SelectedCount > View.Batch.MaxSeats;

    private bool Late =>
        View!.Batch.AnnouncedAt is null && Deadline.HasPassed(View.Batch.PublishBy, Now);

    private string? WhyNot => InLanguage.Of(View!.WhyNotProposed);

    private string? NextActor =>
        View!.Turn.Actor switch
        {
            UseCases.Workflow.NextActor.WorkingGroup => L["工作组"].Value,
            UseCases.Workflow.NextActor.WorkingGroupLead => L["工作组组长"].Value,
            _ => null,
        };

    private bool NextIsMe => View!.MayDecide || View.MayPublish;

    private string? NextAct =>
        View!.Status switch
        {
            SelectionStatus.Draft => L["提出草案"].Value,
            SelectionStatus.Proposed => L["作出决定"].Value,
            _ => View.Turn.Actor == UseCases.Workflow.NextActor.Nobody ? null : L["公布"].Value,
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

    protected override async Task FollowParametersAsync()
    {
        Batches = await ListBatches.ExecuteAsync(Left);
        Batch = BatchChoice.Of(Batches, Number, BatchStage.Selecting, BatchStage.Decided);
        await ReloadAsync();
        if (!IsLoaded)
        {
            TakeTyped();
        }
    }

    protected override string Record => $"{Batch?.Id:N}";

    private async Task ReloadAsync()
    {
        EndEditing();
        Editing = null;
        if (!await ReadAsync())
        {
            return;
        }

        Editing = new SelectionEditing(Batch!.Id, View!, GetSelection, SaveSelection, ReadAsync)
        {
            Changed = Touch,
            TakenOver = view => View = view,
        };
        if (View!.MayEdit)
        {
            BeginEditing(Editing, View.SavedAt);
        }
    }

    /// <summary>Goes on with what a lost circuit had not saved.</summary>
    private void TakeTyped()
    {
        if (_typed is not { } typed || typed.BatchId != Batch?.Id || Editing is null)
        {
            return;
        }

        _decisionNumber = typed.DecisionNumber;
        if (typed.Choices is { } choices)
        {
            Editing.Continue(choices);
        }
    }

    private string KeptWord(string key) =>
        View!.Rows.FirstOrDefault(r => SelectionEditing.KeyOf(r.ApplicationId) == key) is { } row
            ? L["{0}的理由", row.RegionName]
            : key;

    /// <summary>A colleague saved another choice for the same region.</summary>
    private async Task AskWhichAsync()
    {
        var mine = await Dialog.AskAsync(
            new Confirmation(
                L["同事保存了不同的草案"],
                L["改用这里的选择和理由，同事对相同地区的改动将被替换；返回则载入同事保存的草案。"],
                L["用这里的"]
            )
        );
        await ResolveAsync(mine is not null);
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
        Editing!.Select(toggled.Id, toggled.Selected);
        await FlushAsync();
    }

    /// <summary>
    /// Moves the line by one seat: up takes back the lowest region chosen, down takes in the next one below it. A region
    /// passed over on purpose stays so while there is another.
    /// </summary>
    private async Task ShiftAsync(int seats)
    {
        var rows = View!.Rows;
        var lowest = rows.LastOrDefault(r => Editing!.Choices[r.ApplicationId].Selected);
        var row =
            seats < 0
                ? lowest
                : rows.SkipWhile(r => lowest is not null && r != lowest)
                    .FirstOrDefault(r => !Editing!.Choices[r.ApplicationId].Selected)
                    ?? rows.FirstOrDefault(r => !Editing!.Choices[r.ApplicationId].Selected);
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
            Editing!.Select(row.ApplicationId, selected: true);
        }

        await FlushAsync();
    }

    private async Task ProposeAsync()
    {
        if (!await FlushAsync() || WhyNot is not null || Editing!.Version is not { } version)
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
                    await ProposeSelection.ExecuteAsync(new(Batch!.Id, version), Acting.ToTheEnd)
                ).Refusal
            )
        )
        {
            Snackbar.Done(L["已向组长提交入选{0}个地区的草案。", View.SelectedCount]);
            await ReloadAsync();
        }
    }

    protected override Task ShowPresentAsync() => ReloadAsync();

    private async Task DecideAsync()
    {
        _numberError = _decisionNumber.Trim().Length == 0 ? L["请填写决定文号。"].Value : null;
        if (_numberError is not null || !await FlushAsync() || Editing!.Version is not { } version)
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
                        Acting.ToTheEnd
                    )
                ).Refusal
            )
        )
        {
            Snackbar.Done(L["已决定入选{0}个地区。", View.SelectedCount]);
            await ReloadAsync();
            Batch = View?.Batch ?? Batch;
        }
    }

    /// <summary>What is chosen and typed for one batch.</summary>
    /// <param name="Choices">By application; null when all of them are saved.</param>
    public sealed record TypedSelection(
        Guid BatchId,
        string DecisionNumber,
        Dictionary<Guid, ChoiceState>? Choices
    );

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
