using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>Sets up a batch while it is prepared; shows its record once it runs.</summary>
public sealed partial class BatchEditor : EditingPage
{
    private const int Provinces = 32;

    private bool _missing;
    private BatchDraft? _typed;

    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The settings as typed and not saved, kept for the circuit after this one.</summary>
    [PersistentState]
    public BatchDraft? TypedIn
    {
        get => Editing is { HasUnsaved: true } editing ? editing.Draft : null;
        set => _typed = value;
    }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required CreateBatch CreateBatch { get; set; }

    [Inject]
    public required ConfigureBatch ConfigureBatch { get; set; }

    [Inject]
    public required OpenBatch OpenBatch { get; set; }

    [Inject]
    public required DiscardBatch DiscardBatch { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    private BatchView? Loaded { get; set; }

    private BatchView? Batch => Editing?.Batch ?? Loaded;

    private BatchEditing? Editing { get; set; }

    private bool NotFound { get; set; }

    private bool IsLead { get; set; }

    protected override string Record => Id is { } id ? $"{id:N}" : "batch-new";

    private string? OffBecause =>
        Editing?.Draft is not { } draft ? null
        : draft.Unread.Keys.Count is > 0 and var unread
            ? L["{0}处填写的不能识别，请改正", unread].Value
        : draft.WeightSum != BatchDraft.AllOfIt ? L["权重合计{0}%，须为100%", draft.WeightSum].Value
        : !draft.Eligibility.IsWhole ? L["请选择可申报的层级"].Value
        : Batch is null ? null
        : Now < Batch.OpensAt ? L["自{0}起受理", BeijingText.Moment(Batch.OpensAt)].Value
        : null;

    protected override async Task StartAsync()
    {
        var user = (await Authentication).User;
        IsLead = user.Role() is { } role && role.Holds(Permission.AmendBatches);
    }

    protected override async Task FollowParametersAsync()
    {
        await LoadAsync();
        if (!IsLoaded && _typed is { } typed && Editing is { } editing)
        {
            editing.Restore(typed);
        }
    }

    protected override bool Stays(string address) =>
        Id is { } id && address.EndsWith($"/batches/{id}", StringComparison.Ordinal);

    /// <summary>What is typed for a batch that is not set up stays in this browser only.</summary>
    protected override async Task<bool> MayLeaveAsync() =>
        Batch is not null
        || Editing is not { HasUnsaved: true }
        || await Dialog.AskAsync(
            new Confirmation(
                L["离开而不建立批次？"],
                L["批次还没有建立，填写的内容只留在这台电脑的浏览器中，回到本页可以继续。"],
                L["先离开"]
            )
        )
            is not null;

    private async Task LoadAsync()
    {
        Now = Clock.Now();
        EndEditing();
        Editing = null;
        var all = await ListBatches.ExecuteAsync(Left);
        Loaded = all.SingleOrDefault(b => b.Id == Id);
        NotFound = Id is not null && Batch is null;
        Others = [.. all.Where(b => b.Id != Id)];
        SourceId = Source?.Id ?? default;
        if (NotFound || Batch is { Stage: not BatchStage.Preparing })
        {
            return;
        }

        var draft = Batch is null
            ? BatchDraft.Empty((all.Count == 0 ? 0 : all.Max(b => b.Number)) + 1)
            : BatchDraft.Of(Batch);
        if (Batch is null && all.Count == 0)
        {
            draft.Take(FirstBatch.Settings);
        }

        Editing = new BatchEditing(Batch, draft, ConfigureBatch, ReadAsync) { Changed = Touch };
        BeginEditing(Editing);
    }

    private async Task<BatchView?> ReadAsync() =>
        (await ListBatches.ExecuteAsync(Acting.ToTheEnd)).SingleOrDefault(b => b.Id == Id);

    /// <summary>A colleague saved other values for the same fields.</summary>
    private async Task AskWhichAsync()
    {
        var mine = await Dialog.AskAsync(
            new Confirmation(
                L["同事保存了不同的设置"],
                L["改用这里填写的内容，同事保存的内容将被替换；返回则载入同事保存的内容。"],
                L["用这里填写的"]
            )
        );
        await ResolveAsync(mine is not null);
    }

    private string KeptWord(string key) => BatchFieldWords.Of(L, key);

    private Task MainActAsync() => Batch is null ? CreateAsync() : OpenAsync();

    private async Task CreateAsync()
    {
        // What the browser holds and the page has not received belongs to the batch too.
        await FlushAsync();
        var draft = Editing!.Draft;
        _missing = draft.LacksDays;
        if (_missing)
        {
            Refusal = PlatformRefusals.InvalidInput(
                "还有日期没有填写，请补齐后再建立。",
                "A date is still missing. Fill it in, then set the batch up."
            );
        }
        else if (OffBecause is null)
        {
            await CreateAsync(draft.ToSettings());
        }
    }

    private async Task CreateAsync(BatchSettings settings)
    {
        Guid? created = null;
        var done = await ActAsync(async () =>
        {
            var result = await CreateBatch.ExecuteAsync(settings, Acting.ToTheEnd);
            created = result.Refusal is null ? result.Value : null;
            return result.Refusal;
        });
        if (done)
        {
            Editing!.Created();
            await FlushAsync();
            Navigation.NavigateTo(
                string.Create(CultureInfo.InvariantCulture, $"/batches/{created}")
            );
        }
    }

    private async Task OpenAsync()
    {
        if (!await FlushAsync())
        {
            return;
        }

        var (batch, version) = (Batch!, Editing!.Version);
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["开始受理{0}申报？", BatchWords.Name(batch)],
                L[
                    "将通知{0}个省级市场监管部门组织申报，{1}前择优上报。受理后日期、标准等设置不能再改，只能由组长调整席位或延期。",
                    Provinces,
                    BeijingText.Deadline(batch.Forwarding.At)
                ],
                L["开始受理，通知{0}个省份", Provinces]
            )
        );
        if (
            answer is not null
            && await ActAsync(async () =>
                (
                    await OpenBatch.ExecuteAsync(
                        new OpenBatch.Input(batch.Id, version),
                        Acting.ToTheEnd
                    )
                ).Refusal
            )
        )
        {
            Snackbar.Done(
                L["已开始受理{0}申报，并已通知{1}个省份。", BatchWords.Name(batch), Provinces]
            );
            await LoadAsync();
        }
    }
}
