using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.UseCases.Workflow;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Files;
using TradeSecretPilot.Web.Parts.Lists;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>评估论证 as the working group organises it: panel, assignment, board, conclusion.</summary>
public sealed partial class Appraisal : ActingPage
{
    private AssignmentSection? _assignment;

    /// <summary>Number of the batch.</summary>
    [SupplyParameterFromQuery(Name = BatchChoice.Key)]
    public string? Number { get; set; }

    [Inject]
    public required ListBatches ListBatches { get; set; }

    [Inject]
    public required GetPanel GetPanel { get; set; }

    [Inject]
    public required GetAppraisalBoard GetAppraisalBoard { get; set; }

    [Inject]
    public required ProposeAssignments ProposeAssignments { get; set; }

    [Inject]
    public required AssignExperts AssignExperts { get; set; }

    [Inject]
    public required AssignExpert AssignExpert { get; set; }

    [Inject]
    public required UrgeExperts UrgeExperts { get; set; }

    [Inject]
    public required ReleaseAssignments ReleaseAssignments { get; set; }

    [Inject]
    public required OpenPanel OpenPanel { get; set; }

    [Inject]
    public required ConcludeAppraisal ConcludeAppraisal { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required ISnackbar Snackbar { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required BundleScoreSheets BundleScoreSheets { get; set; }

    private IReadOnlyList<BatchView> Batches { get; set; } = [];

    private BatchView? Batch { get; set; }

    private GetPanel.View Panel { get; set; } = null!;

    private GetAppraisalBoard.View Board { get; set; } = null!;

    /// <summary>Null when nothing can be assigned at this stage.</summary>
    private ProposeAssignments.View? Proposal { get; set; }

    private List<DocumentLink> Documents =>
        [
            new(
                L["评估论证汇总"],
                $"/documents/appraisals/{Batch!.Id}",
                Batch.Stage > BatchStage.Appraising ? null : L["评估尚未结束，为当前进度"].Value,
                Word: true
            ),
        ];

    private IReadOnlyList<Step> Steps { get; set; } = [];

    private Step? Current => Steps.FirstOrDefault(s => !s.Done);

    private DateTimeOffset Now { get; set; }

    protected override async Task FollowParametersAsync()
    {
        Batches = await ListBatches.ExecuteAsync(Left);
        Batch = BatchChoice.Of(Batches, Number, BatchStage.Open, BatchStage.Appraising);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Now = Clock.Now();
        if (Batch is not { } batch)
        {
            return;
        }

        var panel = await GetPanel.ExecuteAsync(new(batch.Id), Left);
        var board = await GetAppraisalBoard.ExecuteAsync(new(batch.Id), Left);
        var proposal = await ProposeAssignments.ExecuteAsync(new(batch.Id), Left);
        Refusal = panel.Refusal ?? board.Refusal;
        if (Refusal is not null)
        {
            Batch = null;
            return;
        }

        Panel = panel.Value;
        Board = board.Value;
        Batch = Board.Batch;
        Proposal = proposal.Refusal is null ? proposal.Value : null;
        Steps = DescribeSteps();
    }

    private Step[] DescribeSteps()
    {
        var sum = Board.Summary;
        var due = Panel.ScoresDueOn;
        return
        [
            new(
                L["组建专家组¦步骤"],
                due is { } day
                    ? L["{0}位专家，{1}前评分", Panel.Members.Count, BeijingText.Day(day)]
                    : L["从专家库选定成员"],
                due is not null
            ),
            new(
                L["指派"],
                L["{0} / {1}份已指派", sum.Needed - sum.Unassigned, sum.Needed],
                sum is { Needed: > 0, Unassigned: 0 }
            ),
            new(
                L["评分"],
                L["{0} / {1}份已提交", sum.Submitted, sum.Needed],
                sum.Needed > 0 && Board.Rows.All(r => r.Missing == 0)
            ),
            new(
                L["结束评估"],
                L["确定均分和名次，转入遴选"],
                Board.Batch.Stage > BatchStage.Appraising
            ),
        ];
    }

    private async Task PanelSavedAsync()
    {
        Snackbar.Done(L["专家组已保存。"]);
        await LoadAsync();
    }

    private async Task AssignAllAsync()
    {
        var proposal = Proposal!;
        var gaining = proposal.Loads.Where(l => l.After > l.Now).ToList();
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["向{0}位专家指派{1}份评分表？", gaining.Count, proposal.Sheets],
                L["专家将收到通知，先确认有无利害关系，确认后才能看到方案内容。"],
                L["指派{0}份", proposal.Sheets]
            )
            {
                Records =
                [
                    .. gaining.Select(l =>
                        (l.Name, (string?)L["新增{0}份，共{1}份", l.After - l.Now, l.After].Value)
                    ),
                ],
            }
        );
        if (answer is null)
        {
            return;
        }

        var seen = proposal.Seen;
        await DoAsync(async () =>
        {
            var result = await AssignExperts.ExecuteAsync(new(Batch!.Id, seen), Acting.ToTheEnd);
            return (
                result.Refusal,
                result.Refusal is null
                    ? L[
                        "已向{0}位专家指派{1}份评分表。",
                        result.Value.Experts,
                        result.Value.Sheets
                    ].Value
                    : null
            );
        });
    }

    private Task AssignOneAsync(AssignmentSection.Pair pair) =>
        DoAsync(async () =>
            (
                (
                    await AssignExpert.ExecuteAsync(
                        new(pair.ApplicationId, pair.ExpertId, pair.Seen),
                        Acting.ToTheEnd
                    )
                ).Refusal,
                L["已指派{0}评审{1}的方案。", pair.ExpertName, pair.RegionName]
            )
        );

    private async Task OpenAsync()
    {
        var seen = Board.Seen;
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["公开{0}份评分？", Board.Summary.Submitted],
                L[
                    "专家将看到同一方案其他专家的匿名评分和评语。公开后，专家组成员和指派不能再调整。"
                ],
                L["公开{0}份评分", Board.Summary.Submitted]
            )
        );
        if (answer is not null)
        {
            await DoAsync(async () =>
                (
                    (await OpenPanel.ExecuteAsync(new(Batch!.Id, seen), Acting.ToTheEnd)).Refusal,
                    L["已公开评分，并已通知专家组。"]
                )
            );
        }
    }

    private async Task ConcludeAsync()
    {
        var (plans, seen) = (Board.Summary.Plans, Board.Seen);
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["结束{0}份方案的评估？", plans],
                L["按均分确定名次后转入遴选，评分不能再改，也不能再补派专家。"],
                L["结束{0}份方案的评估", plans]
            )
        );
        if (answer is not null)
        {
            await DoAsync(async () =>
                (
                    (
                        await ConcludeAppraisal.ExecuteAsync(new(Batch!.Id, seen), Acting.ToTheEnd)
                    ).Refusal,
                    L["评估已结束，{0}份方案有了名次。", plans]
                )
            );
        }
    }

    protected override Task ShowPresentAsync() => LoadAsync();

    private async Task DoAsync(Func<Task<(Refusal? Refusal, string? Done)>> act)
    {
        string? done = null;
        if (
            await ActAsync(async () =>
            {
                (var refusal, done) = await act();
                return refusal;
            })
        )
        {
            Snackbar.Done(done!);
            await LoadAsync();
        }
    }

    private Task<Result<Guid>> BundleAsync() =>
        BundleScoreSheets.ExecuteAsync(new(Batch!.Id), Left);

    private sealed record Step(string Title, string Detail, bool Done);
}
