using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private static IReadOnlyList<UseCaseRow> Batches =>
        [
            For<ListBatches>(Who.Everyone, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<ListApplicantDivisions>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new("杭州"), c.Ct)
            ),
            For<CreateBatch>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        WorldBuilder.Settings(
                            7,
                            new(2024, 3, 1),
                            new(2024, 5, 15),
                            new(2024, 6, 30),
                            new(2024, 7, 1)
                        ),
                        c.Ct
                    ),
                acts: "Batch.Created"
            ),
            For<ConfigureBatch>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.Cast.Preparing,
                            0,
                            WorldBuilder.Settings(
                                6,
                                new(2023, 3, 2),
                                new(2023, 4, 30),
                                new(2023, 5, 31),
                                new(2023, 7, 1)
                            )
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(Call.Unknown, 0, Domain.Batches.FirstBatch.Settings),
                        c.Ct
                    ),
                NoBatch,
                acts: "Batch.Configured"
            ),
            For<OpenBatch>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Preparing, Seen.Present), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Seen.Present), c.Ct),
                NoBatch,
                refused: "Batch.NotYetOpen"
            ),
            For<DiscardBatch>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Preparing, Seen.Present), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Seen.Present), c.Ct),
                NoBatch,
                acts: "Batch.Discarded"
            ),
            For<AmendSeats>(
                Who.WorkingGroupLead,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.Open, 1, 5, "（示例）", Seen.Present), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(new(Call.Unknown, 1, 5, "（示例）", Seen.Present), c.Ct),
                NoBatch,
                acts: "Batch.SeatsAmended"
            ),
            For<ExtendBatch>(
                Who.WorkingGroupLead,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Open, new(2023, 1, 10), false, "（示例）", Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(Call.Unknown, new(2023, 1, 10), false, "（示例）", Seen.Present),
                        c.Ct
                    ),
                NoBatch,
                acts: "Batch.Extended"
            ),
            For<ExtendProvince>(
                Who.WorkingGroupLead,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.Cast.Open,
                            WorldBuilder.ProvinceA,
                            new(2023, 1, 10),
                            "（示例）",
                            Seen.Present
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            Call.Unknown,
                            WorldBuilder.ProvinceA,
                            new(2023, 1, 10),
                            "（示例）",
                            Seen.Present
                        ),
                        c.Ct
                    ),
                NoCall,
                acts: "Batch.ProvinceExtended"
            ),
            For<ListExtensions>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Open, new Paging()), c.Ct),
                async (u, c) =>
                    (await u.ExecuteAsync(new(c.Cast.Preparing, new Paging()), c.Ct)).Total
            ),
            For<ListPublicExtensions>(
                Who.Everyone,
                async (u, c) => await u.ExecuteAsync(new(1), c.Ct)
            ),
            For<GetForwardingProgress>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Open), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
        ];
}
