using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>撤回: takes the application out of this batch for good, up to forwarding.</summary>
public sealed class WithdrawApplication(PilotSessions sessions)
{
    public sealed record Input(Guid ApplicationId, string Reason);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SubmitApplication, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        var wasSubmitted = application.VersionNumber > 0;
        if (application.Withdraw(input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Did(
            application.Act(
                "Withdrawn",
                wasSubmitted ? Audience.Local | Audience.Provincial : Audience.Local,
                application.Reason
            )
        );
        if (wasSubmitted)
        {
            session.Tell(
                Recipients.Province(application.ProvinceCode),
                new Message(
                    $"{application.RegionName}撤回了申报。",
                    $"{application.RegionName} withdrew its application.",
                    $"/applications/{application.Id}"
                )
            );
        }

        return await session.SaveAsync(ct);
    }
}
