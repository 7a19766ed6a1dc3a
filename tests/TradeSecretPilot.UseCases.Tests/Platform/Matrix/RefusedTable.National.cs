using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Refused;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Situation;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class RefusedTable
{
    private const string WrongStage = "Batch.WrongStage";
    private const string NotAppraising = "ScoreSheet.NotAppraising";
    private const string SheetStatus = "ScoreSheet.WrongStatus";

    private static BatchSettings Seventh { get; } =
        WorldBuilder.Settings(
            7,
            new(2024, 3, 1),
            new(2024, 5, 15),
            new(2024, 6, 30),
            new(2024, 7, 1)
        );

    private static BatchSettings Sixth { get; } =
        WorldBuilder.Settings(
            6,
            new(2023, 3, 2),
            new(2023, 4, 30),
            new(2023, 5, 31),
            new(2023, 7, 1)
        );

    private static BatchSettings Naming(BatchSettings settings, string code) =>
        settings with
        {
            Eligibility = settings.Eligibility with { Excluded = [code] },
        };

    private static IEnumerable<RefusedCase> Batches =>
        [
            Case<CreateBatch>(
                Incomplete,
                "Batch.SeatsInvalid",
                WorkingGroup,
                async (u, _) => await u.ExecuteAsync(Seventh with { MaxSeats = 0 }, Ct)
            ),
            Case<CreateBatch>(
                Incomplete,
                "Batch.NamesUnknown",
                WorkingGroup,
                async (u, _) => await u.ExecuteAsync(Naming(Seventh, "990199"), Ct)
            ),
            Case<ConfigureBatch>(
                Incomplete,
                "Batch.NamesUnknown",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Preparing, 0, Naming(Sixth, "330000")), Ct)
            ),
            Twice<CreateBatch>(
                "Batch.NumberTaken",
                WorkingGroup,
                async (u, _) => await u.ExecuteAsync(Seventh, Ct)
            ),
            Case<ConfigureBatch>(
                WrongState,
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, 1, Sixth), Ct)
            ),
            Case<ConfigureBatch>(
                Incomplete,
                "Batch.DatesOutOfOrder",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(
                            w.Cast.Preparing,
                            0,
                            Sixth with
                            {
                                ForwardBy = Sixth.OpensOn.AddDays(-1),
                            }
                        ),
                        Ct
                    )
            ),
            Twice<ConfigureBatch>(
                "Platform.ChangedMeanwhile",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Preparing, 0, Sixth), Ct)
            ),
            Case<OpenBatch>(
                WrongState,
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, w.Seen), Ct)
            ),
            Case<OpenBatch>(
                WrongTime,
                "Batch.NotYetOpen",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Preparing, w.Seen), Ct)
            ),
            Twice<OpenBatch>(
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Preparing, w.Seen), Ct),
                At(WorldBuilder.At(2023, 3, 2))
            ),
            Case<DiscardBatch>(
                WrongState,
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, w.Seen), Ct)
            ),
            Twice<DiscardBatch>(
                "Batch.NotFound",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Preparing, w.Seen), Ct)
            ),
            Case<AmendSeats>(
                WrongState,
                WrongStage,
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Running, 1, 5, "（示例）", w.Seen), Ct)
            ),
            Case<AmendSeats>(
                Incomplete,
                NoReason,
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, 1, 5, " ", w.Seen), Ct)
            ),
            Case<AmendSeats>(
                Incomplete,
                "Batch.SeatsInvalid",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, 5, 1, "（示例）", w.Seen), Ct)
            ),
            Twice<AmendSeats>(
                null,
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, 1, 5, "（示例）", w.Seen), Ct)
            ),
            Case<ExtendBatch>(
                WrongState,
                WrongStage,
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Running, new(2023, 1, 10), false, "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<ExtendBatch>(
                WrongTime,
                "Extension.PastPublication",
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Open, new(2023, 3, 1), false, "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<ExtendBatch>(
                Incomplete,
                NoReason,
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, new(2023, 1, 10), false, "", w.Seen), Ct)
            ),
            Twice<ExtendBatch>(
                "Extension.NotLater",
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Open, new(2023, 1, 10), false, "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<ExtendProvince>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                Lead,
                async (u, w) => await ExtendAsync(u, w, w.Cast.Running, "（示例）")
            ),
            Case<ExtendProvince>(
                Incomplete,
                NoReason,
                Lead,
                async (u, w) => await ExtendAsync(u, w, w.Cast.Open, " ")
            ),
            Twice<ExtendProvince>(
                "Extension.NotLater",
                Lead,
                async (u, w) => await ExtendAsync(u, w, w.Cast.Open, "（示例）")
            ),
        ];

    private static IEnumerable<RefusedCase> Selections =>
        [
            Case<SaveSelection>(
                WrongState,
                "Selection.NotAppraised",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, [], null), Ct)
            ),
            Case<SaveSelection>(
                WrongState,
                "Selection.AlreadyDecided",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, [], 1), Ct)
            ),
            Case<SaveSelection>(
                Incomplete,
                "Selection.ChoicesOutdated",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Selecting, [new(Call.Unknown, true, null)], 1),
                        Ct
                    )
            ),
            Twice<SaveSelection>(
                "Platform.ChangedMeanwhile",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, [], 1), Ct)
            ),
            Case<ProposeSelection>(
                WrongState,
                "Selection.AlreadyDecided",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, 1), Ct)
            ),
            Case<ProposeSelection>(
                Incomplete,
                "Selection.OutsideSeats",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, 2), Ct),
                w =>
                    MustAsync<SaveSelection>(
                        w,
                        WorkingGroup,
                        async (u, _) => await u.ExecuteAsync(new(w.Cast.Selecting, [], 1), Ct)
                    )
            ),
            Twice<ProposeSelection>(
                "Platform.ChangedMeanwhile",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, 2), Ct),
                SaveTheSameAsync
            ),
            Case<DecideSelection>(
                WrongState,
                "Selection.NotProposed",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, 2, "示例决3号"), Ct),
                SaveTheSameAsync
            ),
            Case<DecideSelection>(
                Incomplete,
                "Selection.NumberInvalid",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, 1, " "), Ct)
            ),
            Twice<DecideSelection>(
                "Selection.AlreadyDecided",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, w.Seen, "示例决3号"), Ct)
            ),
            Case<PublishAnnouncement>(
                WrongState,
                "Selection.NotDecided",
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Selecting, "示例〔2022〕3号", w.Seen), Ct)
            ),
            Case<PublishAnnouncement>(
                WrongTime,
                "Announcement.LateNeedsReason",
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Decided, "示例〔2022〕3号", w.Seen), Ct),
                At(NationalDeadline)
            ),
            Case<PublishAnnouncement>(
                Incomplete,
                "Selection.NumberInvalid",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, " ", w.Seen), Ct)
            ),
            Twice<PublishAnnouncement>(
                WrongStage,
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Decided, "示例〔2022〕3号", w.Seen), Ct)
            ),
        ];

    private static async Task<object?> ExtendAsync(
        ExtendProvince act,
        World w,
        Guid batch,
        string reason
    ) =>
        await act.ExecuteAsync(
            new(batch, WorldBuilder.ProvinceA, new(2023, 1, 10), reason, w.Seen),
            Ct
        );

    private static async Task SaveTheSameAsync(World world)
    {
        var view = await world.MustAsync(
            world.Cast.WorkingGroup,
            (GetSelection u) => u.ExecuteAsync(new(world.Cast.Selecting), Ct)
        );
        await MustAsync<SaveSelection>(
            world,
            WorkingGroup,
            async (u, w) =>
                await u.ExecuteAsync(
                    new(
                        w.Cast.Selecting,
                        [
                            .. view.Rows.Select(r => new SaveSelection.Choice(
                                r.ApplicationId,
                                r.Selected,
                                r.Reason
                            )),
                        ],
                        1
                    ),
                    Ct
                )
        );
    }

    private static Guid WorkingGroup(World world) => world.Cast.WorkingGroup;

    private static Guid Lead(World world) => world.Cast.Lead;
}
