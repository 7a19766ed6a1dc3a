using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>撤回: takes the application out of this batch for good, up to forwarding.</summary>
public sealed class WithdrawApplication(PilotSessions sessions)
{
    /// <param name="Seen">Row version of the application.</param>
    public sealed record Input(Guid ApplicationId, string Reason, Seen Seen);

    public async Task<Result> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SubmitApplication, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        session.Expect(application, input.Seen);
        var wasSubmitted = application.VersionNumber > 0;
        if (application.Withdraw(input.Reason).Refusal is { } refusal)
        {
            return refusal;
        }

        session.Record(
            application.Act(
                Act.ApplicationWithdrawn,
                wasSubmitted ? Audience.Local | Audience.Provincial : Audience.Local,
                application.Reason
            )
        );
        if (wasSubmitted)
        {
            session.Notify(
                Recipients.Province(application.ProvinceCode),
                new ApplicationMessages.Withdrawn(application)
            );
        }

        return await session.SaveAsync(ct);
    }
}
