using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.ProgressReports;
using TradeSecretPilot.Web.Ui.Editing;

namespace TradeSecretPilot.Web.Pages.ProgressReports;

/// <summary>
/// Two people wrote on the same report: what I changed is put on top of what they saved, field by field and within a text sentence
/// by sentence; what I did not touch stays as they have it.
/// </summary>
/// <param name="Content">Where both changed the same passage it holds mine.</param>
/// <param name="IsContested">Both changed the same passage: a person must choose.</param>
public sealed record ReportMerge(ReportContent Content, bool IsContested)
{
    /// <param name="start">The report both started from.</param>
    public static ReportMerge Of(ReportContent start, ReportContent mine, ReportContent theirs)
    {
        if (ReferenceEquals(mine, start))
        {
            // Nothing of mine: what they saved, as it is, so that nothing is left to be saved.
            return new(theirs, IsContested: false);
        }

        var contested = false;
        var merged = theirs;
        foreach (var key in ReportFields.Keys)
        {
            var own = ReportFields.Read(mine, key);
            var other = ReportFields.Read(theirs, key);
            var before = ReportFields.Read(start, key);
            // A figure is one passage: it has no sentences to merge.
            var text = TextMerge.Of(before, own, other);
            contested |= text is null;
            merged = ReportFields.Write(merged, key, text ?? own);
        }

        return new ReportMerge(
            merged with
            {
                Attachments = ListMerge.Of(
                    start.Attachments,
                    mine.Attachments,
                    theirs.Attachments,
                    a => a.Id,
                    Contest
                ),
            },
            contested
        );

        Attachment Contest(Attachment before, Attachment own, Attachment other)
        {
            contested |= ThreeWay.IsContested(before, own, other);
            return ThreeWay.Pick(before, own, other);
        }
    }
}
