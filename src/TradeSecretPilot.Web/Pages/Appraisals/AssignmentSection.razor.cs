using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.Web.Components;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>Who would score what, what cannot be covered and why, and the assignment of one plan by hand.</summary>
public sealed partial class AssignmentSection
{
    private ElementReference _expertSelect;
    private Guid? _plan;
    private Guid? _expert;

    [Parameter, EditorRequired]
    public required ProposeAssignments.View Proposal { get; set; }

    [Parameter, EditorRequired]
    public required GetPanel.View Panel { get; set; }

    [Parameter, EditorRequired]
    public required GetAppraisalBoard.View Board { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback OnAssignAll { get; set; }

    [Parameter]
    public EventCallback<Pair> OnAssign { get; set; }

    /// <summary>Every member, with the reason when the member cannot take the chosen plan.</summary>
    private IEnumerable<(GetPanel.Member Member, string? Why)> Candidates =>
        Panel
            .Members.Select(m => (Member: m, Why: WhyNot(m)))
            .OrderBy(c => c.Why is not null)
            .ThenBy(c => Load(c.Member));

    private GetAppraisalBoard.Row? Chosen =>
        Board.Rows.FirstOrDefault(r => r.ApplicationId == _plan);

    /// <summary>Chooses the plan and moves on to the choice of its expert.</summary>
    public async Task ChooseAsync(Guid applicationId)
    {
        _plan = applicationId;
        _expert = null;
        StateHasChanged();
        await _expertSelect.FocusAsync();
    }

    private async Task AssignAsync()
    {
        if (
            Busy
            || Chosen is not { } row
            || Panel.Members.FirstOrDefault(m => m.ExpertId == _expert) is not { } expert
        )
        {
            return;
        }

        await OnAssign.InvokeAsync(
            new Pair(row.ApplicationId, row.RegionName, expert.ExpertId, expert.Name)
        );
        _expert = null;
    }

    private string? WhyNot(GetPanel.Member member)
    {
        if (Chosen is not { } row)
        {
            return null;
        }

        if (row.Experts.FirstOrDefault(e => e.ExpertId == member.ExpertId) is { } cell)
        {
            return ScoreSheetLifecycle.Held.Contains(cell.Status)
                ? L["已指派"]
                : L[StatusWords.Of(cell.Status).Word];
        }

        return member.ProvinceName == row.ProvinceName ? L["同省回避"].Value : null;
    }

    private static int Load(GetPanel.Member m) => m.Assigned + m.Accepted + m.Submitted;

    private int Width(int load) =>
        load * 100 / Math.Max(1, Proposal.Loads.Select(l => l.After).DefaultIfEmpty().Max());

    private static Guid? Parse(ChangeEventArgs e) =>
        Guid.TryParse(e.Value?.ToString(), out var id) ? id : null;

    /// <summary>One plan for one expert.</summary>
    public sealed record Pair(
        Guid ApplicationId,
        string RegionName,
        Guid ExpertId,
        string ExpertName
    );
}
