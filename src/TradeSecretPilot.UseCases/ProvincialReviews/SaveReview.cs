using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>Autosave of checklist, opinion and comments on the version under review.</summary>
public sealed class SaveReview(PilotSessions sessions)
{
    /// <param name="Seen">What the writer last saw: <see cref="ReviewSeen.Of"/>. A save of somebody else since then refuses this one.</param>
    public sealed record Input(
        Guid ApplicationId,
        IReadOnlyDictionary<ReviewCheck, ReviewFinding> Findings,
        string Opinion,
        IReadOnlyList<ReturnComment> Comments,
        Seen Seen
    );

    /// <param name="SavedAt">UTC.</param>
    public sealed record View(DateTimeOffset SavedAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.ReviewApplications, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        await session.ExpectReviewAsync(found, input.Seen, ct);
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

        session.Record(found.Application.Act(Act.ApplicationReviewSaved, Audience.None));
        return await session.SaveAsync(() => new View(session.Now), ct);
    }
}

internal static class ReviewAccess
{
    /// <summary>The act is about the version that was read, with the review as its user saw it.</summary>
    public static async Task ExpectReviewAsync(
        this PilotSession session,
        ApplicationCase found,
        Seen seen,
        CancellationToken ct
    )
    {
        var savedAt = await session
            .Db.ProvincialReviews.Where(r =>
                r.ApplicationId == found.Application.Id
                && r.VersionNumber == found.Application.VersionNumber
            )
            .Select(r => (DateTimeOffset?)r.SavedAt)
            .SingleOrDefaultAsync(ct);
        session.Expect(seen, ReviewSeen.Of(found.Application.Version, savedAt));
    }

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
                application.Status.SeenBy(session.Actor, application.AnnouncedAt is not null),
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
