using Microsoft.Extensions.Localization;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Inbox;
using TradeSecretPilot.Web.Ui.Charts;
using TradeSecretPilot.Web.Ui.Localization;

namespace TradeSecretPilot.Web.Pages.Inbox;

/// <summary>The two deadlines that come next for the reader, each with whose it is.</summary>
/// <param name="Other">Null when none is to be seen beside the first.</param>
public sealed record InboxDeadlines(TimeMark Own, TimeMark? Other)
{
    /// <summary>Null when nothing is ahead for this reader.</summary>
    public static InboxDeadlines? Of(GetInbox.View view, Role role, IStringLocalizer l)
    {
        if (role == Role.Expert)
        {
            return view.Tasks.FirstOrDefault(t => t.DueAt > view.Now) is { DueAt: { } day }
                ? new InboxDeadlines(new TimeMark(l["距评分截止"], l["评分截止"], day), null)
                : null;
        }

        var several = view.Deadlines.Select(d => d.BatchNumber).Distinct().Count() > 1;
        var marks = view
            .Deadlines.DistinctBy(d => d.At)
            .Take(2)
            .Select(d => several ? Named(d, MarkOf(d, role, l), l) : MarkOf(d, role, l))
            .ToList();
        return marks.Count == 0 ? null : new InboxDeadlines(marks[0], marks.ElementAtOrDefault(1));
    }

    private static TimeMark MarkOf(UpcomingDeadline deadline, Role role, IStringLocalizer l) =>
        deadline.Kind switch
        {
            DeadlineKind.Submission => new TimeMark(
                deadline.IsOwn ? l["距提交截止"] : l["距本省申报截止"],
                l["申报截止"],
                deadline.At
            ),
            DeadlineKind.Forwarding => new TimeMark(
                deadline.IsOwn ? l["距向总局上报截止"]
                    : role is Role.Drafter or Role.LocalApprover ? l["距省级上报总局截止"]
                    : l["距各省上报截止"],
                l["上报截止"],
                deadline.At,
                deadline.Rolls ? l["逢非工作日顺延"] : l["逢非工作日不顺延"]
            ),
            DeadlineKind.Publication => new TimeMark(
                deadline.IsOwn ? l["距公布期限"] : l["距总局公布期限"],
                l["公布期限"],
                deadline.At,
                l["逾期公布须说明原因"]
            ),
            _ => new TimeMark(
                deadline.IsOwn
                    ? l["距第{0}期报告报送截止", deadline.Ordinal!]
                    : l["距试点地区第{0}期报告截止", deadline.Ordinal!],
                l["第{0}期报告", deadline.Ordinal!],
                deadline.At,
                l["逾期仍须补报"]
            ),
        };

    private static TimeMark Named(UpcomingDeadline deadline, TimeMark mark, IStringLocalizer l) =>
        mark with
        {
            CountdownLabel = l[
                "{0}：{1}",
                InLanguage.Of(deadline.BatchNameZh, deadline.BatchNameEn),
                mark.CountdownLabel
            ],
        };
}
