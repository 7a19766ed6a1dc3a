using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.Applications;

/// <summary>Begins the organisation's application in a batch.</summary>
public sealed class StartApplication(PilotSessions sessions)
{
    public sealed record Input(Guid BatchId);

    public async Task<Result<Guid>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.EditApplication, ct);
        var organization = await session.Db.Organizations.SingleAsync(
            o => o.Id == session.OrganizationId,
            ct
        );
        if (await session.FindBatchAsync(input.BatchId, ct) is not { } batch)
        {
            return BatchAccess.NotFound();
        }

        var call = await session.Db.ProvincialCalls.SingleOrDefaultAsync(
            c => c.BatchId == batch.Id,
            ct
        );
        if (call is null)
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        if (await session.Db.Applications.AnyAsync(a => a.BatchId == batch.Id, ct))
        {
            return ApplicationRefusals.AlreadyStarted();
        }

        if (call.RefuseStart(batch, session.Now) is { } notNow)
        {
            return notNow;
        }

        var candidate = await session.FindCandidateAsync(ct);
        var started = Application.Start(
            batch,
            organization,
            call.Submission(batch),
            candidate?.Pilots ?? PilotsNearby.None,
            session.Now
        );
        if (started.Refusal is { } refusal)
        {
            return refusal;
        }

        session.Db.Applications.Add(started.Value);
        session.Record(started.Value.Act(Act.ApplicationStarted, Audience.Local));
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is null ? started.Value.Id : ApplicationRefusals.AlreadyStarted();
    }
}
