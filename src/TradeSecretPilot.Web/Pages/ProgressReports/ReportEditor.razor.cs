using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.Wording;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Parts.Reports;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>
/// The half-year report under its author's hands, filed once to both addressees.
/// </summary>
public sealed partial class ReportEditor
{
    private UnsavedDocument? _unsaved;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was typed and is not saved, kept for the circuit after this one.</summary>
    [PersistentState]
    public UnsavedDocument? Unsaved
    {
        get =>
            Receipt is null && Editing is { IsDirty: true } editing
                ? UnsavedDocument.Of(editing.Version, editing.Saved, editing.Content)
                : null;
        set => _unsaved = value;
    }

    [Inject]
    public required GetReportDraft GetReportDraft { get; set; }

    [Inject]
    public required SaveReport SaveReport { get; set; }

    [Inject]
    public required FileReport FileReport { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    private GetReportDraft.View? View { get; set; }

    private ReportEditing? Editing { get; set; }

    private FileReport.View? Receipt { get; set; }

    private Role Role { get; set; }

    /// <summary>A file is on its way.</summary>
    private bool Uploading { get; set; }

    private string Title =>
        L[
            Receipt is null ? "填写进展报告，{0}" : "进展报告，{0}",
            ReportWords.Period(L, View!.Ordinal, View.DueOn)
        ];

    private IEnumerable<(string Who, string Note)> Notes
    {
        get
        {
            if (View!.NationalNote is { } national)
            {
                yield return (InLanguage.Of(Terms.Of(Addressee.National)), national);
            }

            if (View.ProvincialNote is { } provincial)
            {
                yield return (InLanguage.Of(Terms.Of(Addressee.Provincial)), provincial);
            }
        }
    }

    /// <summary>Why filing is off; null when it is on.</summary>
    private string? WhyNot =>
        SaveState == SaveState.Conflict ? L["先对照他人的修改"].Value
        : Uploading ? L["文件正在上传，传完再报送"].Value
        : Editing!.Invalid > 0 ? L["{0}处填写的不能识别，请改正", Editing.Invalid].Value
        : Now < View!.OpensAt
            ? L["{0}起可以报送，现在可以先填写", BeijingText.Day(View.OpensAt)].Value
        : Editing.Gaps.Count is > 0 and var gaps ? L["还差{0}项，暂不能报送", gaps].Value
        : !Role.Holds(Permission.FileReports) ? L["内容已齐全，请审定人报送"].Value
        : null;

    protected override async Task StartAsync()
    {
        Role = (await Authentication).User.Role() ?? default;
        var found = await GetReportDraft.ExecuteAsync(new GetReportDraft.Input(Id), Left);
        Now = Clock.Now();
        if (found.Refusal is { } refusal)
        {
            Refusal = refusal;
            return;
        }

        View = found.Value;
        Editing = new ReportEditing(View, GetReportDraft, SaveReport) { Changed = Touch };
        BeginEditing(Editing, View.SavedAt);
        if (_unsaved is { } unsaved && !unsaved.Is(View.Content))
        {
            Editing.Continue(unsaved);
        }
    }

    protected override string Record => $"{Id:N}";

    protected override string SectionOf(string field) => ReportEditing.PartOfKey(field).ToString();

    protected override bool Stays(string address) =>
        address.Contains($"/reports/{Id}/edit", StringComparison.Ordinal);

    protected override async Task<bool> MayLeaveAsync() =>
        !Uploading || await Dialog.LeaveUploadAsync(L);

    private async Task ChooseAsync(bool keepMine)
    {
        View = Editing!.Theirs ?? View;
        await ResolveAsync(keepMine);
    }

    private async Task SetNilAsync(ChangeEventArgs e)
    {
        Editing!.Write(ReportFields.Nil, e.Value is true ? bool.TrueString : "");
        await FlushAsync();
    }

    private Task<bool> FileAsync() =>
        ActOnTextAsync(
            () => WhyNot is null,
            () => Editing!.Version,
            ConfirmAsync,
            version => FileReport.ExecuteAsync(new FileReport.Input(Id, version), Acting.ToTheEnd),
            Show
        );

    private async Task<bool> ConfirmAsync()
    {
        var consequence = L[
            "一次报送两家，由两家分别签收或者要求补充材料；在此之前不能再修改。系统按收到的时间出具回执。"
        ].Value;
        var isLate = View!.VersionNumber == 0 && Deadline.HasPassed(View.DueAt, Clock.Now());
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

    private void Show(FileReport.View receipt)
    {
        Receipt = receipt;
        View = View! with { Status = ReportStatus.Filed };
        Now = Clock.Now();
        EndEditing();
    }
}
