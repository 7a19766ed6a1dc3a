using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Parts.Access;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Layout;
using TradeSecretPilot.Web.Parts.Plans;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;

namespace TradeSecretPilot.Web.Pages.Applications;

/// <summary>
/// The work plan under its author's hands, submitted in the government's name.
/// </summary>
public sealed partial class ApplicationEditor
{
    private UnsavedDocument? _unsaved;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    public int? PartNumber { get; set; }

    /// <summary>What was typed and is not saved, kept for the circuit after this one.</summary>
    [PersistentState]
    public UnsavedDocument? Unsaved
    {
        get =>
            Receipt is null && Editing is { IsDirty: true } editing
                ? UnsavedDocument.Of(editing.Version, editing.Saved, editing.Plan)
                : null;
        set => _unsaved = value;
    }

    [Inject]
    public required GetApplication GetApplication { get; set; }

    [Inject]
    public required SaveWorkPlan SaveWorkPlan { get; set; }

    [Inject]
    public required SubmitApplication SubmitApplication { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    private GetApplication.View? View { get; set; }

    private PlanEditing? Editing { get; set; }

    private SubmitApplication.View? Receipt { get; set; }

    private Role Role { get; set; }

    private Guid? OpenMeasure { get; set; }

    /// <summary>A file is on its way.</summary>
    private bool Uploading { get; set; }

    private PlanPart Part =>
        PartNumber is { } number && Enum.IsDefined((PlanPart)number)
            ? (PlanPart)number
            : PlanPart.Foundation;

    private bool IsOpen => View!.Acts.Contains(ApplicationAct.Edit);

    /// <summary>Why submission is off; null when it is on.</summary>
    private string? WhyNot =>
        SaveState == SaveState.Conflict ? L["先对照他人的修改"].Value
        : Uploading ? L["文件正在上传，传完再提交"].Value
        : Editing!.Invalid > 0 ? L["{0}处填写的不能识别，请改正", Editing.Invalid].Value
        : View!.Submission.HasPassed(Now) ? L["已过截止时间，不能提交"].Value
        : Editing!.Completeness.Gaps.Count is > 0 and var gaps
            ? L["还差{0}项必填内容，暂不能提交", gaps].Value
        : !Role.Holds(Permission.SubmitApplication) ? L["内容已齐全，请审定人确认提交"].Value
        : null;

    protected override async Task StartAsync()
    {
        var user = (await Authentication).User;
        Role = user.Role() ?? default;
        var found = await GetApplication.ExecuteAsync(new GetApplication.Input(Id), Left);
        Now = Clock.Now();
        if (found.Refusal is { } refusal)
        {
            Refusal = refusal;
            return;
        }

        View = found.Value;
        Editing = new PlanEditing(View, await LoadReturnedAsync(View), GetApplication, SaveWorkPlan)
        {
            Changed = Touch,
            Ticked = TickAsync,
        };
        if (!IsOpen)
        {
            return;
        }

        BeginEditing(Editing, View.PlanSavedAt);
        if (_unsaved is { } unsaved && !unsaved.Is(View.Plan))
        {
            Editing.Continue(unsaved);
        }
    }

    protected override string Record => $"{Id:N}";

    protected override string SectionOf(string field) =>
        PlanAnchor.PartOf(PlanFields.AnchorOf(Editing!.Plan, field)).ToString();

    protected override bool Stays(string address) =>
        address.Contains($"/applications/{Id}/edit", StringComparison.Ordinal);

    protected override async Task<bool> MayLeaveAsync() =>
        !Uploading || await Dialog.LeaveUploadAsync(L);

    private async Task<WorkPlan?> LoadReturnedAsync(GetApplication.View view)
    {
        if (view.Status != ApplicationStatus.Returned)
        {
            return null;
        }

        var returned = await GetApplication.ExecuteAsync(
            new GetApplication.Input(Id, view.Versions[^1].Number),
            Left
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

    private string KeptWord(string key) => L.Words(PlanFields.AnchorOf(Editing!.Plan, key));

    private async Task ChooseAsync(bool keepMine)
    {
        View = Editing!.Theirs ?? View;
        await ResolveAsync(keepMine);
    }

    private Task<bool> SubmitAsync() =>
        ActOnTextAsync(
            () => WhyNot is null,
            () => Editing!.Version,
            ConfirmAsync,
            version =>
                SubmitApplication.ExecuteAsync(
                    new SubmitApplication.Input(Id, version),
                    Acting.ToTheEnd
                ),
            Show
        );

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

    private void Show(SubmitApplication.View receipt)
    {
        Receipt = receipt;
        View = View! with { Status = ApplicationStatus.Submitted, Acts = [], Turn = receipt.Turn };
        Now = Clock.Now();
        EndEditing();
    }
}
