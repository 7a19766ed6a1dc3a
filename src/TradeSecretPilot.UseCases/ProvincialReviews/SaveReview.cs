using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>Autosave of checklist, opinion and comments on the version under review.</summary>
public sealed class SaveReview(PilotSessions sessions)
{
    public sealed record Input(
        Guid ApplicationId,
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings,
        string Opinion,
        IReadOnlyList<ReturnComment> Comments
    )
    {
        /// <summary>What the writer last saw; a save of somebody else since then refuses this one. Null writes over it.</summary>
        public Seen? Seen { get; init; }
    }

    /// <param name="SavedAt">UTC; null when nothing was saved yet.</param>
    public sealed record Seen(DateTimeOffset? SavedAt);

    /// <param name="SavedAt">UTC.</param>
    public sealed record View(DateTimeOffset SavedAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        if (input.Seen is { } seen && await session.ReviewSavedAtAsync(found, ct) != seen.SavedAt)
        {
            return PlatformRefusals.ChangedMeanwhile();
        }

        var recorded = await session.RecordReviewAsync(
            found,
            input.Findings,
            input.Opinion,
            input.Comments,
            ct
        );
        if (recorded.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(found.Application.Act("ReviewSaved", Audience.None));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict ? conflict : new View(session.Now);
    }
}

internal static class ReviewAccess
{
    public static async Task<DateTimeOffset?> ReviewSavedAtAsync(
        this PilotSession session,
        ApplicationCase found,
        CancellationToken ct
    ) =>
        await session
            .Db.ProvincialReviews.Where(r =>
                r.ApplicationId == found.Application.Id
                && r.VersionNumber == found.Application.VersionNumber
            )
            .Select(r => (DateTimeOffset?)r.SavedAt)
            .SingleOrDefaultAsync(ct);

    /// <summary>Writes to the review of the version now before the province.</summary>
    /// <param name="comments">Null leaves those that are saved.</param>
    public static async Task<Result<ProvincialReview>> RecordReviewAsync(
        this PilotSession session,
        ApplicationCase found,
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> findings,
        string opinion,
        IReadOnlyList<ReturnComment>? comments,
        CancellationToken ct
    )
    {
        var application = found.Application;
        if (application.Status != ApplicationStatus.Submitted)
        {
            return ApplicationRefusals.WrongStatus(
                application.Status.SeenBy(session.Actor, application.AnnouncedAt),
                ApplicationAct.Recommend
            );
        }

        var review = await session.Db.ProvincialReviews.SingleOrDefaultAsync(
            r => r.ApplicationId == application.Id && r.VersionNumber == application.VersionNumber,
            ct
        );
        if (review is null)
        {
            review = ProvincialReview.Of(application, session.Now);
            session.Db.ProvincialReviews.Add(review);
        }

        return
            review
                .Record(
                    findings,
                    opinion,
                    comments ?? review.Comments,
                    session.Actor.Name,
                    session.Now
                )
                .Refusal
                is { } refusal
            ? refusal
            : review;
    }
}
