using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.Web.Parts.Records;
using TradeSecretPilot.Web.Ui.Dialogs;
using TradeSecretPilot.Web.Ui.Frames;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Appraisals;

/// <summary>Acts on experts who owe sheets: urging them, and taking plans back.</summary>
public sealed partial class Appraisal
{
    private IEnumerable<GetAppraisalBoard.ExpertCell> OpenCells(Guid expertId) =>
        Board.Rows.SelectMany(r => r.Experts).Where(e => e.ExpertId == expertId && e.MayRelease);

    private async Task UrgeAsync(IReadOnlyList<GetPanel.Member> members)
    {
        var seen = AssignmentSeen.Of(
            members.SelectMany(m => OpenCells(m.ExpertId)).Select(c => (c.SheetId, c.Status))
        );
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["催办{0}位专家？", members.Count],
                L[
                    "专家会收到催办通知，写明未提交的份数和评分截止日。每位专家每天只能催办一次；到期前系统会自动提醒专家。"
                ],
                L["催办{0}位", members.Count]
            )
            {
                Records =
                [
                    .. members.Select(m => (m.Name, (string?)L["还有{0}份未提交", m.Open].Value)),
                ],
            }
        );
        if (answer is not null)
        {
            await DoAsync(async () =>
                (
                    (
                        await UrgeExperts.ExecuteAsync(
                            new(Batch!.Id, [.. members.Select(m => m.ExpertId)], seen),
                            Acting.ToTheEnd
                        )
                    ).Refusal,
                    L["已催办{0}位专家。", members.Count]
                )
            );
        }
    }

    private Task ReleaseAllOfAsync(Guid expertId) => ReleaseAsync([.. OpenCells(expertId)]);

    private async Task ReleaseAsync(IReadOnlyList<GetAppraisalBoard.ExpertCell> cells)
    {
        var regions = Board.Rows.ToDictionary(r => r.ApplicationId, r => r.RegionName);
        var name = cells[0].Name;
        var seen = AssignmentSeen.Of(cells.Select(c => (c.SheetId, c.Status)));
        var answer = await Dialog.AskAsync(
            new Confirmation(
                L["收回指派给{0}的{1}份方案？", name, cells.Count],
                L[
                    "专家会收到通知和理由，不能再看到这些方案，未提交的评分作废，也不能再指派给同一位专家。收回后请补派其他专家。"
                ],
                L["收回{0}份", cells.Count]
            )
            {
                Records =
                [
                    .. cells.Select(c =>
                        (regions[c.ApplicationId], InLanguage.Of(StatusWords.Of(c.Status).Word))
                    ),
                ],
                ReasonLabel = L["收回的理由"],
                ReasonRequired = true,
                ReasonMax = ScoreSheet.ReasonMaxLength,
                Danger = true,
            }
        );
        if (answer is not null)
        {
            await DoAsync(async () =>
                (
                    (
                        await ReleaseAssignments.ExecuteAsync(
                            new([.. cells.Select(c => c.SheetId)], answer.Reason ?? "", seen),
                            Acting.ToTheEnd
                        )
                    ).Refusal,
                    L["已收回{0}的{1}份方案，并已通知本人。请补派其他专家。", name, cells.Count]
                )
            );
        }
    }
}
