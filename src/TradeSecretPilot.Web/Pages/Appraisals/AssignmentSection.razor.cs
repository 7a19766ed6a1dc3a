using Microsoft.AspNetCore.Components;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Forms;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>Who would score what, what cannot be covered and why, and the assignment of one plan by hand.</summary>
public sealed partial class AssignmentSection
{
    private PickOne<GetPanel.Member>? _expertPick;
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

    /// <summary>Those that lack somebody first.</summary>
    private IEnumerable<GetAppraisalBoard.Row> Plans =>
        Board.Rows.OrderByDescending(r => r.Unassigned > 0);

    /// <summary>Every member; those who cannot take the chosen plan last.</summary>
    private IEnumerable<GetPanel.Member> Candidates =>
        Panel.Members.OrderBy(m => WhyNot(m) is not null).ThenBy(Load);

    private GetAppraisalBoard.Row? Chosen =>
        Board.Rows.FirstOrDefault(r => r.ApplicationId == _plan);

    private GetPanel.Member? Picked => Panel.Members.FirstOrDefault(m => m.ExpertId == _expert);

    /// <summary>Chooses the plan and moves on to the choice of its expert.</summary>
    public async Task ChooseAsync(Guid applicationId)
    {
        _plan = applicationId;
        _expert = null;
        StateHasChanged();
        if (_expertPick is not null)
        {
            await _expertPick.FocusAsync();
        }
    }

    private async Task AssignAsync()
    {
        if (Busy || Chosen is not { } row || Picked is not { } expert)
        {
            return;
        }

        await OnAssign.InvokeAsync(
            new Pair(row.ApplicationId, row.RegionName, expert.ExpertId, expert.Name, row.Seen)
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
                : InLanguage.Of(StatusWords.Of(cell.Status).Word);
        }

        return member.ProvinceName == row.ProvinceName ? L["同省回避"].Value : null;
    }

    private static int Load(GetPanel.Member m) => m.Assigned + m.Accepted + m.Submitted;

    private int Width(int load) =>
        load * 100 / Math.Max(1, Proposal.Loads.Select(l => l.After).DefaultIfEmpty().Max());

    private string ComparedText(GetAppraisalBoard.Row row) =>
        row.Unassigned > 0
            ? L["{0}（{1}），还缺{2}位", row.RegionName, row.ProvinceName, row.Unassigned]
            : L["{0}（{1}）", row.RegionName, row.ProvinceName];

    private string ExpertText(GetPanel.Member member) =>
        WhyNot(member) is { } why
            ? L["{0}，{1}", member.Name, why]
            : L["{0}，现有{1}份", member.Name, Load(member)];

    /// <summary>One plan for one expert.</summary>
    /// <param name="Seen">Who the plan had been given to.</param>
    public sealed record Pair(
        Guid ApplicationId,
        string RegionName,
        Guid ExpertId,
        string ExpertName,
        Seen Seen
    );
}
