using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Refused;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Situation;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class RefusedTable
{
    private const string NothingToBundle = "Bundle.Empty";
    private const string NotUnderWay = "Bundle.NotUnderWay";
    private const string UnderWay = "Bundle.UnderWay";

    private static IEnumerable<RefusedCase> Bundles =>
        [
            Case<BundleApplications>(
                WrongState,
                NothingToBundle,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(BundleKind.OutcomeLetters, new() { Batch = w.Cast.Selecting }),
                        Ct
                    )
            ),
            Twice<BundleApplications>(
                UnderWay,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(BundleKind.Applications, new() { Batch = w.Cast.Running }),
                        Ct
                    )
            ),
            Case<BundleScoreSheets>(
                WrongState,
                NothingToBundle,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open), Ct)
            ),
            Twice<BundleScoreSheets>(
                UnderWay,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided), Ct)
            ),
            Case<BundleReports>(
                WrongState,
                NothingToBundle,
                WorkingGroup,
                async (u, _) => await u.ExecuteAsync(new(new() { Ordinal = 2 }), Ct)
            ),
            Twice<BundleReports>(
                UnderWay,
                WorkingGroup,
                async (u, _) => await u.ExecuteAsync(new(new() { Ordinal = 1 }), Ct)
            ),
            Case<CancelBundle>(
                WrongState,
                "Bundle.NotFound",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(await BundleAsync(w)), Ct)
            ),
            Twice<CancelBundle>(
                NotUnderWay,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(await BundleAsync(w)), Ct)
            ),
            Case<RetryBundle>(
                WrongState,
                "Bundle.NotFailed",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(await BundleAsync(w)), Ct)
            ),
            Case<FinishBundle>(
                WrongState,
                NotUnderWay,
                ByJob,
                async (u, w) => await u.ExecuteAsync(new(await BundleAsync(w), 1), Ct)
            ),
            Twice<FinishBundle>(
                NotUnderWay,
                ByJob,
                async (u, w) => await u.ExecuteAsync(new(await BundleAsync(w), 1), Ct),
                w =>
                    MustAsync<TakeBundle>(
                        w,
                        ByJob,
                        async (u, _) =>
                        {
                            Assert.NotNull(await u.ExecuteAsync(Ct));
                            return null;
                        }
                    )
            ),
        ];

    /// <summary>The working group's, which waits to be made.</summary>
    private static Task<Guid> BundleAsync(World world) =>
        world.BehindTheDoorAsync(db => db.Bundles.Select(b => b.Id).SingleAsync(Ct));
}
