using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Hosting;

namespace TradeSecretPilot.Web.Pages.Batches;

/// <summary>Sets up a batch while it is prepared; shows its record once it runs.</summary>
public sealed partial class BatchEditor : ActingPage
{
    private const int AllOfIt = 100;
    private const int Provinces = 32;

    private bool _dirty;
    private bool _missing;
    private string? _taken;
    private DateTimeOffset? _savedAt;

    [Parameter]
    public Guid? Id { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required CreateBatch CreateBatch { get; set; }

    [Inject]
    public required ConfigureBatch ConfigureBatch { get; set; }

    [Inject]
    public required OpenBatch OpenBatch { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private BatchView? Batch { get; set; }

    /// <summary>The latest other batch, whose settings may be taken over.</summary>
    private BatchView? Last { get; set; }

    private BatchDraft? Draft { get; set; }

    private bool NotFound { get; set; }

    private bool IsLead { get; set; }

    private DateTimeOffset Now { get; set; }

    private string? OffBecause =>
        Draft is not { } draft ? null
        : draft.WeightSum != AllOfIt ? L["权重合计{0}%，须为100%", draft.WeightSum].Value
        : draft.Levels.Count == 0 ? L["请选择可申报的层级"].Value
        : Batch is null ? null
        : _dirty ? L["有未保存的修改，请先保存"].Value
        : Now < Batch.OpensAt ? L["自{0}起受理", BeijingText.Moment(Batch.OpensAt)].Value
        : null;

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        IsLead = user.Role() is { } role && role.Holds(Permission.AmendBatches);
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        Now = Clock.Now();
        var all = await ListBatches.ExecuteAsync(Left);
        Batch = all.SingleOrDefault(b => b.Id == Id);
        NotFound = Id is not null && Batch is null;
        Last = all.FirstOrDefault(b => b.Id != Id);
        if (NotFound)
        {
            return;
        }

        Draft = Batch is null
            ? BatchDraft.Empty((all.Count == 0 ? 0 : all.Max(b => b.Number)) + 1)
            : BatchDraft.Of(Batch);
        _dirty = false;
        if (Batch is null && all.Count == 0)
        {
            Draft.Take(FirstBatch.Settings);
        }
    }

    private void Touched() => _dirty = true;

    private void TakeFirst()
    {
        Draft!.Take(FirstBatch.Settings);
        _taken = L["已填入工作方案对第一批的规定，请核对后保存。"];
        _dirty = true;
    }

    private void TakeLast()
    {
        Draft!.TakeAYearOn(Last!);
        _taken = L["已填入{0}的设置，日期顺延一年，请逐项核对。", BatchWords.Name(Last!)];
        _dirty = true;
    }

    private Task MainActAsync() => Batch is null ? SaveAsync() : OpenAsync();

    private async Task SaveAsync()
    {
        var draft = Draft!;
        _missing = draft.LacksDays;
        if (_missing)
        {
            Refusal = PlatformRefusals.InvalidInput(
                "还有日期没有填写，请补齐后再保存。",
                "A date is still missing. Fill it in, then save."
            );
            return;
        }

        if (Batch is null)
        {
            await CreateAsync(draft.ToSettings());
            return;
        }

        var input = new ConfigureBatch.Input(Batch.Id, Batch.Version, draft.ToSettings());
        if (
            await ActAsync(async () =>
                (await ConfigureBatch.ExecuteAsync(input, CancellationToken.None)).Refusal
            )
        )
        {
            await LoadAsync();
            _taken = null;
            _savedAt = Now;
        }
    }

    private async Task CreateAsync(BatchSettings settings)
    {
        Guid? created = null;
        var done = await ActAsync(async () =>
        {
            var result = await CreateBatch.ExecuteAsync(settings, CancellationToken.None);
            created = result.Refusal is null ? result.Value : null;
            return result.Refusal;
        });
        if (done)
        {
            _dirty = false;
            _taken = null;
            _savedAt = Clock.Now();
            Navigation.NavigateTo(
                string.Create(CultureInfo.InvariantCulture, $"/batches/{created}")
            );
        }
    }

    private async Task OpenAsync()
    {
        var batch = Batch!;
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["开始受理{0}申报？", BatchWords.Name(batch)],
                L[
                    "将通知{0}个省级市场监管部门组织申报，{1}前择优上报。受理后日期、标准等设置不能再改，只能由组长调整席位或延期。",
                    Provinces,
                    BeijingText.Deadline(batch.Forwarding.At, year: true)
                ],
                L["开始受理，通知{0}个省份", Provinces]
            )
        );
        if (
            answer is not null
            && await ActAsync(async () =>
                (
                    await OpenBatch.ExecuteAsync(
                        new OpenBatch.Input(batch.Id),
                        CancellationToken.None
                    )
                ).Refusal
            )
        )
        {
            await LoadAsync();
        }
    }

    private async Task LeaveAsync(LocationChangingContext context)
    {
        if (!_dirty)
        {
            return;
        }

        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["离开而不保存？"],
                L["修改的设置还没有保存，离开后会丢失。"],
                L["不保存，离开"]
            )
            {
                Danger = true,
            }
        );
        if (answer is null)
        {
            context.PreventNavigation();
        }
    }
}
