using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Hosting;
using TradeSecretPilot.Web.Layout;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>
/// The work plan under its author's hands: saved on every pause, kept in the browser until then, submitted in the
/// government's name. Saving stands in ApplicationEditor.Saving.cs.
/// </summary>
public sealed partial class ApplicationEditor : IAsyncDisposable
{
    private string? _focus;
    private IDisposable? _leaving;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    public int? PartNumber { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required GetApplication GetApplication { get; set; }

    [Inject]
    public required SaveWorkPlan SaveWorkPlan { get; set; }

    [Inject]
    public required SubmitApplication SubmitApplication { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime JS { get; set; }

    [Inject]
    public required ShellSource Shell { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required ILogger<ApplicationEditor> Logger { get; set; }

    private GetApplication.View? View { get; set; }

    private PlanEditing? Editing { get; set; }

    private Refusal? Refusal { get; set; }

    private SubmitApplication.View? Receipt { get; set; }

    private DateTimeOffset Now { get; set; }

    private Role Role { get; set; }

    private Guid? OpenMeasure { get; set; }

    private bool Submitting { get; set; }

    /// <summary>A file is on its way.</summary>
    private bool Uploading { get; set; }

    private ElementReference Root { get; set; }

    private PlanPart Part =>
        PartNumber is { } number && Enum.IsDefined((PlanPart)number)
            ? (PlanPart)number
            : PlanPart.Foundation;

    private bool IsOpen => View!.Acts.Contains(ApplicationAct.Edit);

    /// <summary>Why submission is off; null when it is on.</summary>
    private string? WhyNot =>
        State == SaveState.Conflict ? L["先对照他人的修改"].Value
        : Uploading ? L["文件正在上传，传完再提交"].Value
        : View!.Submission.HasPassed(Now) ? L["已过截止时间，不能提交"].Value
        : Editing!.Completeness.Gaps.Count is > 0 and var gaps
            ? L["还差{0}项必填内容，暂不能提交", gaps].Value
        : !Role.Holds(Permission.SubmitApplication) ? L["内容已齐全，请审定人确认提交"].Value
        : null;

    public async ValueTask DisposeAsync()
    {
        _leaving?.Dispose();
        _autosave?.Dispose();
        if (Editing is not null)
        {
            Editing.Changed = null;
        }

        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        Role = user.Role() ?? default;
        var found = await GetApplication.ExecuteAsync(
            new GetApplication.Input(Id),
            CancellationToken.None
        );
        Now = Clock.Now();
        if (found.Refusal is { } refusal)
        {
            Refusal = refusal;
            return;
        }

        View = found.Value;
        Editing = new PlanEditing(View, await LoadReturnedAsync(View));
        Editing.Changed = OnChanged;
        Editing.Ticked = TickAsync;
        _autosave = new Autosave(Clock, () => _ = InvokeAsync(SaveOrReportAsync));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_keeper is null && Receipt is null && Editing is not null && IsOpen)
        {
            _keeper = new DraftKeeper(JS);
            _leaving = Navigation.RegisterLocationChangingHandler(OnLeavingAsync);
            var account = (await Authentication).User.AccountId();
            var kept = await _keeper.StartAsync(Root, $"{account:N}.{Id:N}");
            await OfferAsync(kept);
            StateHasChanged();
        }

        if (_reveal && _keeper is not null)
        {
            _reveal = false;
            await _keeper.RevealAsync();
        }

        if (_focus is { } target && _keeper is not null)
        {
            _focus = null;
            await _keeper.FocusAsync(target);
        }
    }

    private async Task<WorkPlan?> LoadReturnedAsync(GetApplication.View view)
    {
        if (view.Status != ApplicationStatus.Returned)
        {
            return null;
        }

        var returned = await GetApplication.ExecuteAsync(
            new GetApplication.Input(Id, view.Versions[^1].Number),
            CancellationToken.None
        );
        return returned.Refusal is null ? returned.Value.Plan : null;
    }

    private string Address(PlanPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"/applications/{Id}/edit?part={(int)part}");

    /// <summary>Opens the part and the measure of an anchor and sends the keyboard to its field.</summary>
    private Task GoAsync(string anchor) =>
        GoToAsync(PlanAnchor.PartOf(anchor), PlanFields.KeyOf(Editing!.Plan, anchor) ?? anchor);

    private Task GoToCommentAsync(EditorComment comment) =>
        GoToAsync(comment.Part, comment.Key ?? comment.Anchor);

    private Task GoToAsync(PlanPart part, string target)
    {
        if (part != Part)
        {
            Navigation.NavigateTo(Address(part));
        }

        if (
            target.Split(':') is ["measure", var id, ..]
            && Guid.TryParseExact(id, "N", out var measure)
        )
        {
            OpenMeasure = measure;
        }

        FocusLater(target);
        return Task.CompletedTask;
    }

    private void FocusLater(string target) => _focus = target;

    private async ValueTask OnLeavingAsync(LocationChangingContext context)
    {
        if (!context.TargetLocation.Contains($"/applications/{Id}/edit", StringComparison.Ordinal))
        {
            if (Uploading && !await Dialog.LeaveUploadAsync(L))
            {
                context.PreventNavigation();
                return;
            }

            await FlushAsync();
        }
    }

    private async Task SubmitAsync()
    {
        if (Submitting)
        {
            return;
        }

        Submitting = true;
        try
        {
            await FlushAsync();
            if (WhyNot is null && Editing is { IsDirty: false } && await ConfirmAsync())
            {
                var submitted = await SubmitApplication.ExecuteAsync(
                    new SubmitApplication.Input(Id, Editing.Version),
                    CancellationToken.None
                );
                await ShowAsync(submitted);
            }
        }
        finally
        {
            Submitting = false;
        }
    }

    private async Task<bool> ConfirmAsync() =>
        await Dialog.AskAsync(
            new Confirmation(
                L["以{0}的名义提交工作方案？", View!.OrganizationName],
                L[
                    "提交后由省级市场监管部门初步审核，退回之前不能再修改。系统按收到的时间出具回执，并记录本版内容的指纹。"
                ],
                L["提交第{0}版", View.Versions.Count + 1]
            )
            {
                Records =
                [
                    (View.RegionName, View.Number),
                    (L["创新举措"], L["{0}条", Editing!.Plan.Measures.Count]),
                    (L["附件"], L["{0}个", Editing.Plan.Attachments.Count]),
                    (L["盖章件"], L[SealedWord(Editing)]),
                    .. OpenComments.Select(c =>
                        (
                            L["退回意见{0}", c.Number].Value,
                            (string?)L["未标为已处理：{0}", c.Text].Value
                        )
                    ),
                ],
            }
        )
            is not null;

    // It only reminds: the copy can be added after submission.
    private static string SealedWord(PlanEditing editing) =>
        editing.SealedCopies is not { Count: > 0 } copies ? "未上传，提交后可以补传"
        : copies.All(c => c.IsVoid) ? "已失效，提交后可以补传"
        : "已上传，与现文本一致";

    private async Task ShowAsync(Result<SubmitApplication.View> submitted)
    {
        Refusal = submitted.Refusal;
        if (Refusal is not null)
        {
            if (Refusal.Code.EndsWith("ChangedMeanwhile", StringComparison.Ordinal))
            {
                await CompareAsync();
            }

            return;
        }

        Receipt = submitted.Value;
        Shell.Refresh();
        _autosave?.Stop();
        var now = await GetApplication.ExecuteAsync(
            new GetApplication.Input(Id),
            CancellationToken.None
        );
        View = now.Refusal is null ? now.Value : View;
        Now = Clock.Now();
    }
}
