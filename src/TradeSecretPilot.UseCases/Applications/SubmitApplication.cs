using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>
/// Submits the plan in the government's name (四（一）). Judged by the instant the command reached the server; answered with
/// a receipt.
/// </summary>
public sealed class SubmitApplication(PilotSessions sessions)
{
    /// <param name="ApplicationId">The application.</param>
    /// <param name="ExpectedVersion">Row version of the plan the approver read; what was changed since is not submitted.</param>
    public sealed record Input(Guid ApplicationId, int ExpectedVersion);

    public sealed record View(
        string ReceiptNumber,
        int VersionNumber,
        DateTimeOffset ReceivedAt,
        string ContentSha256
    );

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.SubmitApplication, ct);
        if (await session.FindApplicationAsync(input.ApplicationId, ct) is not { } found)
        {
            return ApplicationRefusals.NotFound();
        }

        var application = found.Application;
        if (
            application.Version != input.ExpectedVersion
            && ApplicationLifecycle.Table.Permits(application.Status, ApplicationAct.Submit)
        )
        {
            return ApplicationRefusals.ChangedMeanwhile(
                application.PlanSavedBy,
                application.PlanSavedAt
            );
        }

        var submitted = application.Submit(
            found.Batch,
            found.Submission,
            session.Actor.Name,
            session.Now
        );
        if (submitted.Refusal is { } refusal)
        {
            return refusal;
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
        session.Did(
            application.Act(
                "Submitted",
                Audience.Everyone,
                $"{receipt.Number} · {version.ContentSha256[..8]}"
            )
        );
        session.Tell(
            Recipients.Province(application.ProvinceCode),
            new Message(
                $"{application.RegionName}提交了创新试点工作方案（第{version.Number}次），请初审。",
                $"{application.RegionName} submitted its work plan (no. {version.Number}). Please review it.",
                $"/review/{application.Id}"
            )
        );
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new View(receipt.Number, version.Number, receipt.ReceivedAt, receipt.ContentSha256);
    }
}
