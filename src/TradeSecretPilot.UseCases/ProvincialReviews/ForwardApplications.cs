using System.Text.Json.Serialization;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Database;
using TradeSecretPilot.UseCases.Platform.Outbox;
using TradeSecretPilot.UseCases.Workflow;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>择优上报: the province's one letter of the batch (四（一）), answered with a receipt.</summary>
public sealed class ForwardApplications(PilotSessions sessions)
{
    /// <param name="LetterNumber">文号 of the forwarding letter.</param>
    /// <param name="Seen">The list that was confirmed: <see cref="GetProvincialCall.View.Seen"/>.</param>
    public sealed record Input(Guid BatchId, string LetterNumber, Seen Seen);

    public sealed record View(string ReceiptNumber, int Forwarded, DateTimeOffset ForwardedAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideForProvince, ct);
        if (await session.FindCallAsync(input.BatchId, ct) is not var (call, batch))
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        var recommended = await session.RecommendedAsync(input.BatchId, ct);
        session.Expect(input.Seen, GetProvincialCall.SeenOf(recommended));
        var forwarded = call.Forward(batch, recommended, input.LetterNumber, session.Now);
        if (forwarded.Refusal is { } refusal)
        {
            return refusal;
        }

        var receipt = Receipt.Issue(
            ReceiptKind.ForwardingLetter,
            call.Id,
            1,
            ContentHash.Fingerprint(
                forwarded.Value.Select(a => new ForwardedLine(a.Number, a.Rank, a.VersionNumber))
            ),
            call.OrganizationId,
            call.ProvinceCode,
            session.Now
        );
        session.Db.Receipts.Add(receipt);
        session.Record(
            call.Act(Act.ProvincialCallForwarded, $"{call.LetterNumber} · {receipt.Number}")
        );
        foreach (var application in forwarded.Value)
        {
            session.Record(
                application.Act(Act.ApplicationForwarded, Audience.Everyone, call.LetterNumber)
            );
            session.Notify(
                Recipients.Organization(application.OrganizationId),
                new ReviewMessages.Forwarded(application.Id)
            );
        }

        await LeaveOutOthersAsync(session, call, ct);
        session.Notify(
            Recipients.WorkingGroup,
            new ReviewMessages.LetterSent(batch, session.Actor.OrganizationName, call)
        );
        return await session.SaveAsync(
            () => new View(receipt.Number, call.ForwardedCount, session.Now),
            ct
        );
    }

    /// <summary>
    /// What the province has seen and not sent up ends with the letter. Drafts that it does not see are closed by the sweep
    /// (<c>DraftLapses</c>).
    /// </summary>
    private static async Task LeaveOutOthersAsync(
        PilotSession session,
        ProvincialCall call,
        CancellationToken ct
    )
    {
        var open = ApplicationLifecycle.Table.StatesFor(ApplicationAct.LeaveOut);
        var others = await session
            .Db.Applications.Where(a => a.BatchId == call.BatchId && open.Contains(a.Status))
            .ToListWithoutTextAsync(session.Db, ct);
        // The database still has the forwarded ones as recommended.
        foreach (var application in others.Where(a => open.Contains(a.Status)))
        {
            if (application.LeaveOut(call.LetterNumber!, session.Now).Refusal is null)
            {
                session.Record(
                    application.Act(Act.ApplicationLapsed, Audience.Everyone, application.Reason)
                );
                session.Notify(
                    Recipients.Organization(application.OrganizationId),
                    new ReviewMessages.LeftOut(application)
                );
            }
        }
    }
}

/// <summary>What the fingerprint of a forwarding letter says of each application.</summary>
internal sealed record ForwardedLine(
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("rank")] int? Rank,
    [property: JsonPropertyName("versionNumber")] int VersionNumber
);
