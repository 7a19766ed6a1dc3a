using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Organizations;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>Requests for consent that somebody else than the callers of the matrix asked for.</summary>
internal static class Consenting
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Asks for an account that is not there yet.</summary>
    /// <returns>The request.</returns>
    public static Task<Guid> AskAsync(World world) =>
        world.BehindTheDoorAsync(async db =>
        {
            var number = await db.ConsentRequests.CountAsync(Ct);
            var request = ConsentRequest.Ask(
                ConsentAct.Create,
                new(
                    Guid.CreateVersion7(),
                    $"approver.new.{number}",
                    "新审定（示例）",
                    null,
                    Role.LocalApprover,
                    world.Cast.A[0].OrganizationId
                ),
                null,
                world.Cast.AuditAdmin,
                "审计（示例）",
                world.Portal.Clock.GetUtcNow()
            );
            db.ConsentRequests.Add(request);
            await db.SaveChangesAsync(Ct);
            return request.Id;
        });

    /// <summary>The one request of the world.</summary>
    public static Task<Guid> OnlyAsync(World world) =>
        world.BehindTheDoorAsync(db => db.ConsentRequests.Select(r => r.Id).SingleAsync(Ct));
}
