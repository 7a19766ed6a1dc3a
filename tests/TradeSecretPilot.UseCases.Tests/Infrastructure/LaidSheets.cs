using TradeSecretPilot.Domain.Appraisals;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

internal static class LaidSheets
{
    /// <summary>Lays a sheet of a batch.</summary>
    /// <param name="expert">Which of the pool's experts.</param>
    /// <param name="total">Hundredths of a point; null unless it is submitted.</param>
    public static Task<Guid> LaySheetAsync(
        this World world,
        Guid batch,
        Guid plan,
        int expert,
        ScoreSheetStatus status,
        int? total
    )
    {
        var first = world.Cast.Application(world.Cast.Running, world.Cast.A[0]);
        return world.CopyAsync<ScoreSheet>(
            s => s.ApplicationId == first,
            v =>
            {
                (v["BatchId"], v["ApplicationId"]) = (batch, plan);
                (v["ExpertId"], v["Status"]) = (world.Cast.Experts[expert], status);
                v["TotalHundredths"] = total;
                v["SubmittedAt"] = total is null ? null : WorldBuilder.Now;
                v["RecusalReason"] = status == ScoreSheetStatus.Recused ? "（示例）" : null;
                v["ReleaseReason"] = status == ScoreSheetStatus.Released ? "（示例）" : null;
            }
        );
    }
}
