using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.Web.Ui.Charts;

namespace TradeSecretPilot.Web.Pages.Inbox;

/// <summary>The deadline that binds the reader at the present stage, and the one above it.</summary>
/// <param name="Other">Null when none is to be seen beside the first.</param>
public sealed record InboxDeadlines(TimeMark Own, TimeMark? Other)
{
    /// <summary>Null when nothing is ahead for this role.</summary>
    public static InboxDeadlines? Of(GetInbox.View view, Role role, IStringLocalizer l)
    {
        if (
            view.Batch is not { } batch
            || role is Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin
        )
        {
            return null;
        }

        if (role == Role.Expert)
        {
            // The working group's dates do not bind an expert.
            return view.Tasks.FirstOrDefault(t => t.DueAt > view.Now) is { DueAt: { } day }
                ? new InboxDeadlines(new TimeMark(l["距评分截止"], l["评分截止"], day), null)
                : null;
        }

        var marks = new List<TimeMark>();
        if (batch.Stage == BatchStage.Open)
        {
            var local = role is Role.Drafter or Role.LocalApprover;
            if (view.Submission is { } submission)
            {
                marks.Add(
                    new TimeMark(
                        local ? l["距提交截止"] : l["距本省申报截止"],
                        l["申报截止"],
                        submission.At
                    )
                );
            }

            if (view.Forwarding is { } forwarding)
            {
                marks.Add(
                    new TimeMark(
                        local ? l["距省级上报总局截止"] : l["距向总局上报截止"],
                        l["上报截止"],
                        forwarding.At,
                        batch.RollsToWorkingDay ? l["逢非工作日顺延"] : l["逢非工作日不顺延"]
                    )
                );
            }
        }

        if (batch.Stage < BatchStage.Announced)
        {
            marks.Add(
                new TimeMark(
                    l["距公布期限"],
                    l["公布期限"],
                    batch.PublishBy,
                    l["逾期公布须说明原因"]
                )
            );
        }

        marks.AddRange(
            batch
                .ReportPeriods.Where(_ => batch.Stage == BatchStage.Running)
                .Select(p => new TimeMark(
                    l["距第{0}期报告报送截止", p.Ordinal],
                    l["第{0}期报告", p.Ordinal],
                    p.DueAt,
                    l["逾期仍须补报"]
                ))
        );

        var ahead = marks.Where(m => m.At > view.Now).DistinctBy(m => m.At).Take(2).ToList();
        return ahead.Count == 0 ? null : new InboxDeadlines(ahead[0], ahead.ElementAtOrDefault(1));
    }
}
