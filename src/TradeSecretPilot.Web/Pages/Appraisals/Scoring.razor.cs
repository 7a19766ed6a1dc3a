using Microsoft.AspNetCore.Components;
using Radzen;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Clock;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>The plans given to the expert. A plan opens only after the expert declared no conflict.</summary>
public sealed partial class Scoring : ListPage
{
    private DateTimeOffset _now;
    private Refusal? _refusal;
    private string? _done;
    private bool _busy;

    [Inject]
    public required ListMyAssignments ListMyAssignments { get; set; }

    [Inject]
    public required AcceptAssignment AcceptAssignment { get; set; }

    [Inject]
    public required RecuseFromAssignment RecuseFromAssignment { get; set; }

    [Inject]
    public required DialogService Dialog { get; set; }

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
            }.Select(s => new StatusTab(s.ToString(), L[StatusWords.Of(s).Word])),
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
            !_busy
            && await Dialog.AskAsync(ConflictQuestions.Declare(L, row.RegionName)) is not null
            && await DoAsync(() =>
                AcceptAssignment.ExecuteAsync(new(row.SheetId), CancellationToken.None)
            )
        )
        {
            Navigation.NavigateTo($"/scoring/{row.SheetId}");
        }
    }

    private async Task RecuseAsync(ListMyAssignments.Row row)
    {
        if (_busy)
        {
            return;
        }

        var answer = await Dialog.AskAsync(ConflictQuestions.Recuse(L, row.RegionName));
        if (
            answer is not null
            && await DoAsync(() =>
                RecuseFromAssignment.ExecuteAsync(
                    new(row.SheetId, answer.Reason ?? ""),
                    CancellationToken.None
                )
            )
        )
        {
            await LoadAsync();
            _done = L["已回避{0}的方案，工作组会另派专家。", row.RegionName];
        }
    }

    private async Task<bool> DoAsync(Func<Task<Result>> act)
    {
        _busy = true;
        _done = null;
        try
        {
            _refusal = (await act()).Refusal;
            return _refusal is null;
        }
        finally
        {
            _busy = false;
        }
    }
}
