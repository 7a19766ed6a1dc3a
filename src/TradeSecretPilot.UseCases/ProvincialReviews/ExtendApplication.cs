using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>
/// The province gives one application more time, up to its own forwarding deadline, with a recorded reason. A lapsed one
/// is given back at once.
/// </summary>
public sealed class ExtendApplication(PilotSessions sessions)
{
    /// <param name="Until">The last day, open through 24:00 Beijing time.</param>
    public sealed record Input(Guid ApplicationId, DateOnly Until, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideForProvince, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        if (Reasons.Check(input.Reason, Application.ReasonMaxLength) is { } noReason)
        {
            return noReason;
        }

        var application = found.Application;
        var from = found.Submission.At;
        var until = BeijingTime.EndOf(input.Until);
        if (until <= session.Now)
        {
            return BatchRefusals.ExtensionNotLater(new Deadline(session.Now, session.Now));
        }

        if (application.Extend(until, found.Submission, found.Forwarding).Refusal is { } refusal)
        {
            return refusal;
        }

        if (application.Status == ApplicationStatus.Lapsed)
        {
            application.Reinstate(found.Submission, session.Now);
            session.Did(application.Act("Reinstated", Audience.Everyone));
        }

        session.Db.Extensions.Add(
            Extension.ForApplication(
                application,
                from,
                until,
                input.Reason,
                session.Actor.AccountId!.Value,
                session.Now
            )
        );
        session.Did(
            application.Act(
                "Extended",
                Audience.Everyone,
                $"{BeijingTime.DeadlineZh(until)}；{input.Reason.Trim()}"
            )
        );
        session.Tell(
            Recipients.Organization(application.OrganizationId),
            new Message(
                $"您单位的提交截止时间延至{BeijingTime.DeadlineZh(until)}。",
                $"Your submission deadline is extended to {BeijingTime.DeadlineEn(until)}.",
                $"/applications/{application.Id}"
            )
        );
        return await session.SaveAsync(ct);
    }
}
