using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>不予推荐, with a reason that the region reads.</summary>
public sealed class DeclineApplication(PilotSessions sessions)
{
    /// <param name="Seen">Row version of the application.</param>
    public sealed record Input(Guid ApplicationId, string Reason, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideForProvince, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        session.Expect(application, input.Seen);
        if (application.Decline(input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(
            application.Act(Act.ApplicationDeclined, Audience.Everyone, application.Reason)
        );
        session.Notify(
            Recipients.Organization(application.OrganizationId),
            new ReviewMessages.Declined(application)
        );
        return await session.SaveAsync(ct);
    }
}
