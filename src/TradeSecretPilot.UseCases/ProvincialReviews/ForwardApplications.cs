using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.ProvincialReviews;

/// <summary>择优上报: the province's one letter of the batch (四（一）), answered with a receipt.</summary>
public sealed class ForwardApplications(PilotSessions sessions)
{
    /// <param name="LetterNumber">文号 of the forwarding letter.</param>
    public sealed record Input(Guid BatchId, string LetterNumber);

    public sealed record View(string ReceiptNumber, int Forwarded, DateTimeOffset ForwardedAt);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.DecideForProvince, ct);
        if (await session.FindCallAsync(input.BatchId, ct) is not var (call, batch))
        {
            return ProvincialReviewRefusals.CallNotFound();
        }

        var recommended = await session.RecommendedAsync(input.BatchId, ct);
        var forwarded = call.Forward(batch, recommended, input.LetterNumber, session.Now);
        if (forwarded.Refusal is { } refusal)
        {
            return refusal;
        }

        var receipt = Receipt.Issue(
            ReceiptKind.ForwardingLetter,
            call.Id,
            1,
            ContentHash.Of(
                ContentHash.Write(
                    forwarded.Value.Select(a => new
                    {
                        a.Number,
                        a.Rank,
                        a.VersionNumber,
                    })
                )
            ),
            call.OrganizationId,
            call.ProvinceCode,
            session.Now
        );
        session.Db.Receipts.Add(receipt);
        session.Did(call.Act("Forwarded", $"{call.LetterNumber} · {receipt.Number}"));
        foreach (var application in forwarded.Value)
        {
            session.Did(application.Act("Forwarded", Audience.Everyone, call.LetterNumber));
            session.Tell(
                Recipients.Organization(application.OrganizationId),
                new Message(
                    "您单位的工作方案已由省级市场监管部门上报市场监管总局。",
                    "Your provincial regulator has forwarded your work plan to SAMR.",
                    $"/applications/{application.Id}"
                )
            );
        }

        session.Tell(
            Recipients.WorkingGroup,
            new Message(
                $"{session.Actor.OrganizationName}上报{call.ForwardedCount}个地区，{call.LetterNumber}。",
                $"{session.Actor.OrganizationName} forwarded {call.ForwardedCount} region(s), {call.LetterNumber}.",
                "/forwarding"
            )
        );
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict
            ? conflict
            : new View(receipt.Number, call.ForwardedCount, session.Now);
    }
}
