using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Batches;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Batches;
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

    private static IEnumerable<RefusedCase> Batches =>
        [
            Case<CreateBatch>(
                Incomplete,
                "Batch.SeatsInvalid",
                WorkingGroup,
                async (u, _) => await u.ExecuteAsync(Seventh with { MaxSeats = 0 }, Ct)
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
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open), Ct)
            ),
            Case<OpenBatch>(
                WrongTime,
                "Batch.NotYetOpen",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Preparing), Ct)
            ),
            Twice<OpenBatch>(
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Preparing), Ct),
                At(WorldBuilder.At(2023, 3, 2))
            ),
            Case<AmendSeats>(
                WrongState,
                WrongStage,
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running, 1, 5, "（示例）"), Ct)
            ),
            Case<AmendSeats>(
                Incomplete,
                NoReason,
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, 1, 5, " "), Ct)
            ),
            Case<AmendSeats>(
                Incomplete,
                "Batch.SeatsInvalid",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, 5, 1, "（示例）"), Ct)
            ),
            Twice<AmendSeats>(
                null,
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, 1, 5, "（示例）"), Ct)
            ),
            Case<ExtendBatch>(
                WrongState,
                WrongStage,
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Running, new(2023, 1, 10), false, "（示例）"),
                        Ct
                    )
            ),
            Case<ExtendBatch>(
                WrongTime,
                "Extension.PastPublication",
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, new(2023, 3, 1), false, "（示例）"), Ct)
            ),
            Case<ExtendBatch>(
                Incomplete,
                NoReason,
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, new(2023, 1, 10), false, ""), Ct)
            ),
            Twice<ExtendBatch>(
                "Extension.NotLater",
                Lead,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, new(2023, 1, 10), false, "（示例）"), Ct)
            ),
            Case<ExtendProvince>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                Lead,
                async (u, w) => await ExtendAsync(u, w.Cast.Running, "（示例）")
            ),
            Case<ExtendProvince>(
                Incomplete,
                NoReason,
                Lead,
                async (u, w) => await ExtendAsync(u, w.Cast.Open, " ")
            ),
            Twice<ExtendProvince>(
                "Extension.NotLater",
                Lead,
                async (u, w) => await ExtendAsync(u, w.Cast.Open, "（示例）")
            ),
        ];

    private static IEnumerable<RefusedCase> Appraisals =>
        [
            Case<SetPanelMembers>(
                WrongState,
                NotAppraising,
                WorkingGroup,
                async (u, w) => await SeatAsync(u, w.Cast.Decided, w.Cast.Experts, new(2023, 1, 15))
            ),
            Case<SetPanelMembers>(
                WrongTime,
                "ExpertPanel.DueDayInThePast",
                WorkingGroup,
                async (u, w) =>
                    await SeatAsync(u, w.Cast.Appraising, w.Cast.Experts, new(2022, 12, 1))
            ),
            Case<SetPanelMembers>(
                Incomplete,
                "ExpertPanel.Empty",
                WorkingGroup,
                async (u, w) => await SeatAsync(u, w.Cast.Appraising, [], new(2023, 1, 15))
            ),
            Case<SetPanelMembers>(
                Incomplete,
                "ExpertPanel.MemberHasSheets",
                WorkingGroup,
                async (u, w) =>
                    await SeatAsync(
                        u,
                        w.Cast.Appraising,
                        [.. w.Cast.Experts.Skip(1)],
                        new(2023, 1, 15)
                    )
            ),
            Twice<SetPanelMembers>(
                null,
                WorkingGroup,
                async (u, w) =>
                    await SeatAsync(u, w.Cast.Appraising, w.Cast.Experts, new(2023, 1, 15))
            ),
            Case<AssignExperts>(
                WrongState,
                NotAppraising,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided), Ct)
            ),
            Twice<AssignExperts>(
                null,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising), Ct)
            ),
            Case<AssignExpert>(
                WrongState,
                "ExpertPanel.Opened",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Application(w.Cast.Decided, w.Cast.A[1]), w.Cast.Experts[0]),
                        Ct
                    )
            ),
            Case<AssignExpert>(
                Incomplete,
                "ExpertPanel.NotOnPanel",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Sheets[0].ApplicationId, w.Cast.Experts[3]), Ct)
            ),
            Case<AssignExpert>(
                Situation.Twice,
                "ScoreSheet.AlreadyAssigned",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Sheets[0].ApplicationId, w.Cast.Sheets[0].ExpertId),
                        Ct
                    )
            ),
            Case<ReleaseAssignments>(
                WrongState,
                SheetStatus,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new([Sheet(w, 2, ScoreSheetStatus.Submitted)], "（示例）"),
                        Ct
                    )
            ),
            Case<ReleaseAssignments>(
                Incomplete,
                NoReason,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(new([Sheet(w, 0, ScoreSheetStatus.Assigned)], ""), Ct)
            ),
            Twice<ReleaseAssignments>(
                SheetStatus,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new([Sheet(w, 0, ScoreSheetStatus.Assigned)], "（示例）"),
                        Ct
                    )
            ),
            Case<OpenPanel>(
                WrongState,
                NotAppraising,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided), Ct)
            ),
            Case<OpenPanel>(
                Incomplete,
                "Appraisal.Incomplete",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising), Ct)
            ),
            Twice<OpenPanel>(
                "ExpertPanel.Opened",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising), Ct),
                ScoreEverythingAsync
            ),
            Case<ConcludeAppraisal>(
                WrongState,
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided), Ct)
            ),
            Case<ConcludeAppraisal>(
                Incomplete,
                "Appraisal.Incomplete",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising), Ct)
            ),
            Twice<ConcludeAppraisal>(
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising), Ct),
                ScoreEverythingAsync
            ),
        ];

    private static IEnumerable<RefusedCase> Sheets =>
        [
            Case<AcceptAssignment>(
                WrongState,
                SheetStatus,
                Expert(2),
                async (u, w) =>
                    await u.ExecuteAsync(new(Sheet(w, 2, ScoreSheetStatus.Submitted)), Ct)
            ),
            Twice<AcceptAssignment>(
                SheetStatus,
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(new(Sheet(w, 0, ScoreSheetStatus.Assigned)), Ct)
            ),
            Case<RecuseFromAssignment>(
                WrongState,
                SheetStatus,
                Expert(2),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Sheet(w, 2, ScoreSheetStatus.Submitted), "（示例）"),
                        Ct
                    )
            ),
            Case<RecuseFromAssignment>(
                Incomplete,
                NoReason,
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(new(Sheet(w, 0, ScoreSheetStatus.Assigned), " "), Ct)
            ),
            Twice<RecuseFromAssignment>(
                "ScoreSheet.NotFound",
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Sheet(w, 0, ScoreSheetStatus.Assigned), "（示例）"),
                        Ct
                    )
            ),
            Case<SaveScoreSheet>(
                WrongState,
                SheetStatus,
                Expert(0),
                async (u, w) => await ScoreAsync(u, Sheet(w, 0, ScoreSheetStatus.Assigned), 0, 70)
            ),
            Case<SaveScoreSheet>(
                Incomplete,
                "ScoreSheet.ScoreOutOfRange",
                Expert(0),
                async (u, w) => await ScoreAsync(u, Sheet(w, 0, ScoreSheetStatus.Accepted), 2, 101)
            ),
            Twice<SaveScoreSheet>(
                "Platform.ChangedMeanwhile",
                Expert(0),
                async (u, w) => await ScoreAsync(u, Sheet(w, 0, ScoreSheetStatus.Accepted), 2, 70)
            ),
            Case<SubmitScoreSheet>(
                WrongState,
                SheetStatus,
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(new(Sheet(w, 0, ScoreSheetStatus.Assigned), 0), Ct)
            ),
            Case<SubmitScoreSheet>(
                Incomplete,
                "ScoreSheet.Incomplete",
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(new(Sheet(w, 0, ScoreSheetStatus.Accepted), 3), Ct),
                w =>
                    MustAsync<SaveScoreSheet>(
                        w,
                        Expert(0),
                        async (u, _) =>
                            await u.ExecuteAsync(
                                new(
                                    Sheet(w, 0, ScoreSheetStatus.Accepted),
                                    2,
                                    new Dictionary<string, int>(),
                                    ""
                                ),
                                Ct
                            )
                    )
            ),
            Twice<SubmitScoreSheet>(
                SheetStatus,
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(new(Sheet(w, 0, ScoreSheetStatus.Accepted), 2), Ct)
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
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, 1, "示例决3号"), Ct)
            ),
            Case<PublishAnnouncement>(
                WrongState,
                "Selection.NotDecided",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Selecting, "示例〔2022〕3号"), Ct)
            ),
            Case<PublishAnnouncement>(
                WrongTime,
                "Announcement.LateNeedsReason",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, "示例〔2022〕3号"), Ct),
                At(NationalDeadline)
            ),
            Case<PublishAnnouncement>(
                Incomplete,
                "Selection.NumberInvalid",
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, " "), Ct)
            ),
            Twice<PublishAnnouncement>(
                WrongStage,
                Lead,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, "示例〔2022〕3号"), Ct)
            ),
        ];

    private static async Task<object?> ExtendAsync(ExtendProvince act, Guid batch, string reason) =>
        await act.ExecuteAsync(new(batch, WorldBuilder.ProvinceA, new(2023, 1, 10), reason), Ct);

    private static async Task<object?> SeatAsync(
        SetPanelMembers act,
        Guid batch,
        IReadOnlyList<Guid> experts,
        DateOnly due
    ) => await act.ExecuteAsync(new(batch, experts, due), Ct);

    private static async Task<object?> ScoreAsync(
        SaveScoreSheet act,
        Guid sheet,
        int version,
        int points
    ) =>
        await act.ExecuteAsync(
            new(
                sheet,
                version,
                FirstBatch.Settings.Criteria.ToDictionary(c => c.Code, _ => points),
                ""
            ),
            Ct
        );

    /// <summary>The last expert joins the panel, and every sheet is submitted.</summary>
    private static async Task ScoreEverythingAsync(World world)
    {
        await MustAsync<SetPanelMembers>(
            world,
            WorkingGroup,
            async (u, w) => await SeatAsync(u, w.Cast.Appraising, w.Cast.Experts, new(2023, 1, 15))
        );
        await MustAsync<AssignExperts>(
            world,
            WorkingGroup,
            async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising), Ct)
        );
        foreach (var expert in Enumerable.Range(0, world.Cast.Experts.Count))
        {
            var mine = await world.AsAsync(
                world.Cast.Experts[expert],
                (ListMyAssignments u) => u.ExecuteAsync(new(), Ct)
            );
            foreach (
                var sheet in mine.Items.Where(s =>
                    s.Status is ScoreSheetStatus.Assigned or ScoreSheetStatus.Accepted
                )
            )
            {
                await SubmitAsync(world, expert, sheet);
            }
        }
    }

    private static async Task SubmitAsync(World world, int expert, ListMyAssignments.Row sheet)
    {
        var version = sheet.Status == ScoreSheetStatus.Assigned ? 1 : 2;
        if (sheet.Status == ScoreSheetStatus.Assigned)
        {
            await MustAsync<AcceptAssignment>(
                world,
                Expert(expert),
                async (u, _) => await u.ExecuteAsync(new(sheet.SheetId), Ct)
            );
        }

        await MustAsync<SaveScoreSheet>(
            world,
            Expert(expert),
            async (u, _) => await ScoreAsync(u, sheet.SheetId, version, 75)
        );
        await MustAsync<SubmitScoreSheet>(
            world,
            Expert(expert),
            async (u, _) => await u.ExecuteAsync(new(sheet.SheetId, version + 1), Ct)
        );
    }

    /// <summary>Takes the proposal back into a draft with the same choices.</summary>
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

    private static Guid Sheet(World world, int expert, ScoreSheetStatus status) =>
        world.Cast.SheetOf(world.Cast.Experts[expert], status);

    private static Func<World, Guid> Expert(int index) => w => w.Cast.Experts[index];

    private static Guid WorkingGroup(World world) => world.Cast.WorkingGroup;

    private static Guid Lead(World world) => world.Cast.Lead;
}
