using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>
/// The province gives one application more time, up to its own forwarding deadline, with a recorded reason. A lapsed one
/// is given back at once.
/// </summary>
public sealed class ExtendApplication(PilotSessions sessions)
{
    /// <param name="Seen">The deadline that is extended.</param>
    /// <param name="Until">The last day, open through 24:00 Beijing time.</param>
    public sealed record Input(Guid ApplicationId, DateOnly Until, string Reason, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideForProvince, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        if (found.Call.ForwardedAt is not null)
        {
            return ProvincialReviewRefusals.AlreadyForwarded(found.Call.LetterNumber!);
        }

        var application = found.Application;
        var from = found.Submission.At;
        session.Expect(input.Seen, Seen.Of(from));
        var until = BeijingTime.EndOf(input.Until);
        if (
            Extension.Check(input.Reason, Application.ReasonMaxLength, until, session.Now) is
            { } invalid
        )
        {
            return invalid;
        }

        if (application.Extend(until, found.Submission, found.Forwarding).Refusal is { } refusal)
        {
            return refusal;
        }

        if (application.Status == ApplicationStatus.Lapsed)
        {
            application.Reinstate(found.Submission, session.Now);
            session.Record(application.Act(Act.ApplicationReinstated, Audience.Everyone));
        }

        session.Db.Extensions.Add(
            Extension.ForApplication(
                application.BatchId,
                application.Id,
                application.ProvinceCode,
                application.OrganizationId,
                from,
                until,
                input.Reason,
                session.Actor.AccountId!.Value,
                session.Now
            )
        );
        session.Record(
            application.Act(
                Act.ApplicationExtended,
                Audience.Everyone,
                $"{BeijingTime.DeadlineZh(until)}；{input.Reason.Trim()}"
            )
        );
        session.Notify(
            Recipients.Organization(application.OrganizationId),
            new ReviewMessages.Extended(application.Id, until)
        );
        return await session.SaveAsync(ct);
    }
}
