using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Editing;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>评分: the plan on the left, the sheet on the right, saved while it is filled in.</summary>
public sealed partial class ScoreSheetPage : EditingPage
{
    private Guid _read;
    private TypedSheet? _typed;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Number of the plan's part, from 1.</summary>
    [SupplyParameterFromQuery(Name = "part")]
    public int? PartNumber { get; set; }

    /// <summary>What is in the fields and not saved, kept for the circuit after this one.</summary>
    [PersistentState]
    public TypedSheet? TypedIn
    {
        get =>
            Editing is { } editing && (editing.IsDirty || editing.Rows.Any(r => !r.IsValid))
                ? new TypedSheet(Id, editing.Texts)
                : null;
        set => _typed = value;
    }

    [Inject]
    public required GetScoreSheet GetScoreSheet { get; set; }

    [Inject]
    public required AcceptAssignment AcceptAssignment { get; set; }

    [Inject]
    public required RecuseFromAssignment RecuseFromAssignment { get; set; }

    [Inject]
    public required SaveScoreSheet SaveScoreSheet { get; set; }

    [Inject]
    public required SubmitScoreSheet SubmitScoreSheet { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    private GetScoreSheet.View? Sheet { get; set; }

    private ScoreEditing? Editing { get; set; }

    private List<DocumentLink> Documents =>
        [
            new(L["申报书"], $"/documents/assigned-plans/{Sheet!.SheetId}"),
            new(
                L["评分表"],
                $"/documents/score-sheets/{Sheet.SheetId}",
                Sheet.Status == ScoreSheetStatus.Submitted ? null : L["草稿，尚未提交"].Value
            ),
        ];

    private PlanPart Shown =>
        PartNumber is { } n && Enum.IsDefined((PlanPart)n) ? (PlanPart)n : PlanPart.Foundation;

    /// <summary>The page's own address, which a link within the page needs before its #.</summary>
    private string Here =>
        string.Create(CultureInfo.InvariantCulture, $"/scoring/{Id}?part={(int)Shown}");

    private bool MayScore => Sheet!.Acts.Contains(ScoreSheetAct.Score);

    private string? WhyNotSubmit =>
        Editing!.Rows.Any(r => !r.IsValid) ? L["有评分不是0至100的整数，请改正。"].Value
        : Editing.Open > 0 ? L["还有{0}项未评分。", Editing.Open].Value
        : Characters.Excess(Editing.Comment, ScoreSheet.CommentMaxLength) > 0
            ? L["评语过长，请精简。"].Value
        : null;

    private string? NextAct =>
        Sheet!.Status switch
        {
            ScoreSheetStatus.Assigned => L["说明有无利害关系"],
            ScoreSheetStatus.Accepted => L["评分"],
            _ => L["汇总评分"],
        };

    protected override async Task FollowParametersAsync()
    {
        // Turning to another part of the plan changes the address, not the sheet.
        if (_read != Id)
        {
            _read = Id;
            await ReloadAsync();
            TakeTyped();
        }
    }

    protected override string Record => $"{Id:N}";

    protected override bool Stays(string address) =>
        address.Contains($"/scoring/{Id}", StringComparison.Ordinal);

    private async Task ReloadAsync()
    {
        Now = Clock.Now();
        EndEditing();
        Editing = null;
        var read = await GetScoreSheet.ExecuteAsync(new(Id), Left);
        Refusal = read.Refusal;
        Sheet = read.Refusal is null ? read.Value : null;
        if (Sheet is not { } sheet)
        {
            return;
        }

        Editing = new ScoreEditing(sheet, GetScoreSheet, SaveScoreSheet) { Changed = Touch };
        if (MayScore)
        {
            var begun = sheet.Comment.Length > 0 || sheet.Criteria.Any(c => c.Score is not null);
            BeginEditing(Editing, begun ? sheet.SavedAt : null);
        }
    }

    /// <summary>Goes on with what a lost circuit had not saved.</summary>
    private void TakeTyped()
    {
        if (_typed is { } typed && typed.SheetId == Id && Editing is { } editing && MayScore)
        {
            foreach (var (key, text) in typed.Texts)
            {
                editing.Write(key, text);
            }
        }
    }

    private string KeptWord(string key) =>
        Editing!.Rows.FirstOrDefault(r => ScoreEditing.KeyOf(r.Code) == key)?.Name ?? L["评语"];

    /// <summary>Another window saved other values for the same fields.</summary>
    private async Task AskWhichAsync()
    {
        var mine = await Dialog.AskAsync(
            new Confirmation(
                L["另一个窗口保存了不同的评分"],
                L[
                    "改用这里填写的内容，另一个窗口保存的内容将被替换；返回则载入另一个窗口保存的内容。"
                ],
                L["用这里填写的"]
            )
        );
        await ResolveAsync(mine is not null);
    }

    private async Task AcceptAsync()
    {
        if (await Dialog.AskAsync(ConflictQuestions.Declare(L, Sheet!.RegionName)) is null)
        {
            return;
        }

        if (
            await ActAsync(async () =>
                (
                    await AcceptAssignment.ExecuteAsync(
                        new(Id, Seen.Of(Sheet!.Status)),
                        Acting.ToTheEnd
                    )
                ).Refusal
            )
        )
        {
            await ReloadAsync();
        }
    }

    private async Task RecuseAsync()
    {
        var answer = await Dialog.AskAsync(ConflictQuestions.Recuse(L, Sheet!.RegionName));
        if (answer is null)
        {
            return;
        }

        await FlushAsync();
        if (
            await ActAsync(async () =>
                (
                    await RecuseFromAssignment.ExecuteAsync(
                        new(Id, answer.Reason ?? "", Seen.Of(Sheet!.Status)),
                        Acting.ToTheEnd
                    )
                ).Refusal
            )
        )
        {
            EndEditing();
            Navigation.NavigateTo("/scoring");
        }
    }

    private async Task SubmitAsync()
    {
        if (WhyNotSubmit is not null || !await FlushAsync())
        {
            return;
        }

        var version = Editing!.Version;
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["提交对{0}的评分？", Sheet!.RegionName],
                L["加权总分{0}。提交后不能再改，也不能再回避。", Points.Text(Editing!.Total)],
                L["提交1份评分表"]
            )
            {
                Records =
                [
                    .. Editing.Rows.Select(r =>
                        (r.Name, (string?)L["{0}分，权重{1}%", r.Score!, r.WeightPercent].Value)
                    ),
                ],
            }
        );
        if (
            answer is not null
            && await ActAsync(async () =>
                (await SubmitScoreSheet.ExecuteAsync(new(Id, version), Acting.ToTheEnd)).Refusal
            )
        )
        {
            await ReloadAsync();
        }
    }

    /// <summary>What is in the fields of one sheet, by key.</summary>
    public sealed record TypedSheet(Guid SheetId, IReadOnlyDictionary<string, string> Texts);
}
