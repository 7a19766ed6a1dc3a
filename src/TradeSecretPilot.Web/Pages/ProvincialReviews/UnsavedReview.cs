using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;

namespace TradeSecretPilot.Web.Pages.ProvincialReviews;

/// <summary>A review as written and not saved.</summary>
public sealed record UnsavedReview(
    Guid ApplicationId,
    string Opinion,
    IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings,
    IReadOnlyList<ReturnComment> Comments
);
