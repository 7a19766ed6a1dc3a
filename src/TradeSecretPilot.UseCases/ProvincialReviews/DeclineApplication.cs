using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>不予推荐, with a reason that the region reads.</summary>
public sealed class DeclineApplication(PilotSessions sessions)
{
    public sealed record Input(Guid ApplicationId, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideForProvince, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        if (application.Decline(input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(application.Act("Declined", Audience.Everyone, application.Reason));
        session.Tell(
            Recipients.Organization(application.OrganizationId),
            new Message(
                $"您单位的申报未获推荐：{application.Reason}",
                $"Your application was not recommended: {application.Reason}",
                $"/applications/{application.Id}"
            )
        );
        return await session.SaveAsync(ct);
    }
}
