using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.Web.Components;
using TradeSecretPilot.Web.Hosting;
using TradeSecretPilot.Web.Layout;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>
/// The half-year report under its author's hands: saved on every pause, kept in the browser until then, filed once to both
/// addressees. Saving stands in ReportEditor.Saving.cs.
/// </summary>
public sealed partial class ReportEditor : IAsyncDisposable
{
    private string? _focus;
    private IDisposable? _leaving;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required GetReportDraft GetReportDraft { get; set; }

    [Inject]
    public required SaveReport SaveReport { get; set; }

    [Inject]
    public required FileReport FileReport { get; set; }

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
    public required ILogger<ReportEditor> Logger { get; set; }

    private GetReportDraft.View? View { get; set; }

    private ReportEditing? Editing { get; set; }

    private Refusal? Refusal { get; set; }

    private FileReport.View? Receipt { get; set; }

    private DateTimeOffset Now { get; set; }

    private Role Role { get; set; }

    private bool Filing { get; set; }

    /// <summary>A file is on its way.</summary>
    private bool Uploading { get; set; }

    private ElementReference Root { get; set; }

    private string Title =>
        L["填写进展报告，{0}", ReportWords.Period(L, View!.Ordinal, View.DueOn)];

    private IEnumerable<(string Who, string Note)> Notes
    {
        get
        {
            if (View!.NationalNote is { } national)
            {
                yield return (ReportWords.Of(Addressee.National), national);
            }

            if (View.ProvincialNote is { } provincial)
            {
                yield return (ReportWords.Of(Addressee.Provincial), provincial);
            }
        }
    }

    /// <summary>Why filing is off; null when it is on.</summary>
    private string? WhyNot =>
        State == SaveState.Conflict ? L["先对照他人的修改"].Value
        : Uploading ? L["文件正在上传，传完再报送"].Value
        : Editing!.Invalid > 0 ? L["{0}处数值格式不对，请改正", Editing.Invalid].Value
        : Now < View!.OpensAt
            ? L["{0}起可以报送，现在可以先填写", BeijingText.Day(View.OpensAt, year: true)].Value
        : Editing.Gaps.Count is > 0 and var gaps ? L["还差{0}项，暂不能报送", gaps].Value
        : !Role.Holds(Permission.FileReports) ? L["内容已齐全，请审定人报送"].Value
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
        Role = (await Authentication).User.Role() ?? default;
        var found = await GetReportDraft.ExecuteAsync(
            new GetReportDraft.Input(Id),
            CancellationToken.None
        );
        Now = Clock.Now();
        if (found.Refusal is { } refusal)
        {
            Refusal = refusal;
            return;
        }

        View = found.Value;
        Editing = new ReportEditing(View) { Changed = OnChanged };
        _autosave = new Autosave(Clock, () => _ = InvokeAsync(SaveOrReportAsync));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_keeper is null && Receipt is null && Editing is not null)
        {
            _keeper = new DraftKeeper(JS);
            _leaving = Navigation.RegisterLocationChangingHandler(OnLeavingAsync);
            var account = (await Authentication).User.AccountId();
            await OfferAsync(await _keeper.StartAsync(Root, $"{account:N}.{Id:N}"));
            StateHasChanged();
        }

        if (_focus is { } target && _keeper is not null)
        {
            _focus = null;
            await _keeper.FocusAsync(target);
        }
    }

    private void FocusLater(string target) => _focus = target;

    private async ValueTask OnLeavingAsync(LocationChangingContext context)
    {
        if (!context.TargetLocation.Contains($"/reports/{Id}/edit", StringComparison.Ordinal))
        {
            if (Uploading && !await Dialog.LeaveUploadAsync(L))
            {
                context.PreventNavigation();
                return;
            }

            await FlushAsync();
        }
    }

    private Task SetNilAsync(ChangeEventArgs e)
    {
        Editing!.Write(ReportFields.Nil, e.Value is true ? bool.TrueString : "");
        return FlushAsync();
    }

    private async Task FileAsync()
    {
        if (Filing)
        {
            return;
        }

        Filing = true;
        try
        {
            await FlushAsync();
            if (WhyNot is null && Editing is { IsDirty: false } && await ConfirmAsync())
            {
                await ShowAsync(
                    await FileReport.ExecuteAsync(
                        new FileReport.Input(Id, Editing.Version),
                        CancellationToken.None
                    )
                );
            }
        }
        finally
        {
            Filing = false;
        }
    }

    private async Task<bool> ConfirmAsync()
    {
        var consequence = L[
            "一次报送两家，由两家分别签收或者要求补充材料；在此之前不能再修改。系统按收到的时间出具回执。"
        ].Value;
        var isLate = View!.VersionNumber == 0 && Clock.Now() >= View.DueAt;
        return await Dialog.AskAsync(
            new Confirmation(
                L["报送第{0}期进展情况报告？", View.Ordinal],
                isLate ? consequence + L["已过截止时刻，本次报送将标明逾期。"] : consequence,
                Editing!.Content.IsNil ? L["报送零报告"] : L["报送总局和省级"]
            )
            {
                Records =
                [
                    (L["市场监管总局"], L["第{0}版", View.VersionNumber + 1]),
                    (L["所在地省级市场监管部门"], L["第{0}版", View.VersionNumber + 1]),
                ],
            }
        )
            is not null;
    }

    private async Task ShowAsync(Result<FileReport.View> filed)
    {
        Refusal = filed.Refusal;
        if (Refusal is null)
        {
            Receipt = filed.Value;
            View = View! with { Status = ReportStatus.Filed };
            Now = Clock.Now();
            _autosave?.Stop();
            Shell.Refresh();
        }
        else if (Refusal.Code.EndsWith("ChangedMeanwhile", StringComparison.Ordinal))
        {
            await CompareAsync();
        }
    }
}
