using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>
/// Submits the plan in the government's name (四（一）). Judged by the instant the command reached the server; answered with
/// a receipt.
/// </summary>
public sealed class SubmitApplication(PilotSessions sessions)
{
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Seen">Row version of the plan the approver read; what was changed since is not submitted.</param>
    public sealed record Input(Guid ApplicationId, Seen Seen);

    /// <param name="Turn">Who acts next, now that it is submitted.</param>
    public sealed record View(
        string ReceiptNumber,
        int VersionNumber,
        DateTimeOffset ReceivedAt,
        string ContentSha256,
        Turn Turn
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SubmitApplication, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        session.Expect(
            application,
            input.Seen,
            ApplicationRefusals.ChangedMeanwhile(application.PlanSavedBy, application.PlanSavedAt)
        );

        if (found.Call.ForwardedAt is not null)
        {
            return ApplicationRefusals.ProvinceForwarded();
        }

        var submitted = application.Submit(
            found.Batch,
            found.Submission,
            session.Actor.Name,
            session.Now
        );
        if (submitted.Refusal is { } refusal)
        {
            return session.Refuse(refusal);
        }

        var version = submitted.Value;
        var receipt = Receipt.Issue(
            ReceiptKind.Application,
            application.Id,
            version.Number,
            version.ContentSha256,
            application.OrganizationId,
            application.ProvinceCode,
            session.Now
        );
        session.Db.PlanVersions.Add(version);
        session.Db.Receipts.Add(receipt);
        session.Record(
            application.Act(
                Act.ApplicationSubmitted,
                Audience.Everyone,
                $"{receipt.Number} · {version.ContentSha256[..8]}"
            )
        );
        session.Notify(
            Recipients.Province(application.ProvinceCode),
            new ApplicationMessages.Submitted(application, version.Number)
        );
        return await session.SaveAsync(
            () =>
                new View(
                    receipt.Number,
                    version.Number,
                    receipt.ReceivedAt,
                    receipt.ContentSha256,
                    Turn.Of(application.Status, found.Submission, found.Forwarding, found.Batch)
                ),
            ct
        );
    }
}
