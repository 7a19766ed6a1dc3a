using TradeSecretPilot.Domain.Applications;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>What becomes of the comments when two people reviewed the same plan: nothing that either typed is lost.</summary>
public static class ReviewComments
{
    /// <summary>Theirs, without what I removed, and with what I wrote.</summary>
    /// <param name="common">The comments as both last saw them.</param>
    public static IReadOnlyList<ReturnComment> Merge(
        IReadOnlyList<ReturnComment> common,
        IReadOnlyList<ReturnComment> mine,
        IReadOnlyList<ReturnComment> theirs
    )
    {
        var removed = common.Except(mine).ToHashSet();
        var kept = theirs.Where(c => !removed.Contains(c)).ToList();
        return [.. kept, .. mine.Except(common).Except(kept)];
    }
}
