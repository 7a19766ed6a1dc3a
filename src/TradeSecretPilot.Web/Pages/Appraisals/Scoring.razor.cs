using Microsoft.AspNetCore.Components;
using MudBlazor;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Parts.Extending;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Lists;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>The plans given to the expert. A plan opens only after the expert declared no conflict.</summary>
public sealed partial class Scoring : ActingListPage
{
    private DateTimeOffset _now;

    [Inject]
    public required ListMyAssignments ListMyAssignments { get; set; }

    [Inject]
    public required AcceptAssignment AcceptAssignment { get; set; }

    [Inject]
    public required RecuseFromAssignment RecuseFromAssignment { get; set; }

    [Inject]
    public required IDialogService Dialog { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private Page<ListMyAssignments.Row>? List { get; set; }

    private IReadOnlyList<StatusTab> Tabs =>
        [
            new(null, L["全部"]),
            .. new[]
            {
                ScoreSheetStatus.Assigned,
                ScoreSheetStatus.Accepted,
                ScoreSheetStatus.Submitted,
            }.Select(s => new StatusTab(s.ToString(), InLanguage.Of(StatusWords.Of(s).Word))),
        ];

    protected override async Task LoadAsync()
    {
        _now = Clock.Now();
        List = await ListMyAssignments.ExecuteAsync(
            new ListMyAssignments.Input
            {
                Status = Query.As<ScoreSheetStatus>(ListQuery.StatusKey),
                Paging = new Paging(Query.Page),
            },
            Left
        );
    }

    private async Task AcceptAsync(ListMyAssignments.Row row)
    {
        if (
            !Busy
            && await Dialog.AskAsync(ConflictQuestions.Declare(L, row.RegionName)) is not null
            && await ActToLeaveAsync(async () =>
                (
                    await AcceptAssignment.ExecuteAsync(
                        new(row.SheetId, Seen.Of(row.Status)),
                        Acting.ToTheEnd
                    )
                ).Refusal
            )
        )
        {
            Navigation.NavigateTo($"/scoring/{row.SheetId}");
        }
    }

    private async Task RecuseAsync(ListMyAssignments.Row row)
    {
        if (
            !Busy
            && await Dialog.AskAsync(ConflictQuestions.Recuse(L, row.RegionName)) is { } answer
        )
        {
            await ActAsync(
                L["已回避{0}的方案，工作组会另派专家。", row.RegionName],
                async () =>
                    (
                        await RecuseFromAssignment.ExecuteAsync(
                            new(row.SheetId, answer.Reason ?? "", Seen.Of(row.Status)),
                            Acting.ToTheEnd
                        )
                    ).Refusal
            );
        }
    }
}
