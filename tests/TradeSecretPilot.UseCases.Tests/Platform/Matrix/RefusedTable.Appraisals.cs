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
    private static IEnumerable<RefusedCase> Appraisals =>
        [
            Case<SetPanelMembers>(
                WrongState,
                NotAppraising,
                WorkingGroup,
                async (u, w) =>
                    await SeatAsync(u, w, w.Cast.Decided, w.Cast.Experts, new(2023, 1, 15))
            ),
            Case<SetPanelMembers>(
                WrongTime,
                "ExpertPanel.DueDayInThePast",
                WorkingGroup,
                async (u, w) =>
                    await SeatAsync(u, w, w.Cast.Appraising, w.Cast.Experts, new(2022, 12, 1))
            ),
            Case<SetPanelMembers>(
                Incomplete,
                "ExpertPanel.Empty",
                WorkingGroup,
                async (u, w) => await SeatAsync(u, w, w.Cast.Appraising, [], new(2023, 1, 15))
            ),
            Case<SetPanelMembers>(
                Incomplete,
                "ExpertPanel.MemberHasSheets",
                WorkingGroup,
                async (u, w) =>
                    await SeatAsync(
                        u,
                        w,
                        w.Cast.Appraising,
                        [.. w.Cast.Experts.Skip(1)],
                        new(2023, 1, 15)
                    )
            ),
            Twice<SetPanelMembers>(
                null,
                WorkingGroup,
                async (u, w) =>
                    await SeatAsync(u, w, w.Cast.Appraising, w.Cast.Experts, new(2023, 1, 15))
            ),
            Case<AssignExperts>(
                WrongState,
                NotAppraising,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, w.Seen), Ct)
            ),
            Twice<AssignExperts>(
                null,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, w.Seen), Ct)
            ),
            Case<AssignExpert>(
                WrongState,
                "ExpertPanel.Opened",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(
                            w.Cast.Application(w.Cast.Decided, w.Cast.A[1]),
                            w.Cast.Experts[0],
                            w.Seen
                        ),
                        Ct
                    )
            ),
            Case<AssignExpert>(
                Incomplete,
                "ExpertPanel.NotOnPanel",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Sheets[0].ApplicationId, w.Cast.Experts[3], w.Seen),
                        Ct
                    )
            ),
            Case<AssignExpert>(
                Situation.Twice,
                "ScoreSheet.AlreadyAssigned",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Sheets[0].ApplicationId, w.Cast.Sheets[0].ExpertId, w.Seen),
                        Ct
                    )
            ),
            Case<ReleaseAssignments>(
                WrongState,
                SheetStatus,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new([Sheet(w, 2, ScoreSheetStatus.Submitted)], "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<ReleaseAssignments>(
                Incomplete,
                NoReason,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new([Sheet(w, 0, ScoreSheetStatus.Assigned)], "", w.Seen),
                        Ct
                    )
            ),
            Twice<ReleaseAssignments>(
                SheetStatus,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new([Sheet(w, 0, ScoreSheetStatus.Assigned)], "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<UrgeExperts>(
                WrongState,
                NotAppraising,
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Decided, [w.Cast.Experts[0]], w.Seen), Ct)
            ),
            Case<UrgeExperts>(
                Incomplete,
                "ExpertPanel.NothingToUrge",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, [], w.Seen), Ct)
            ),
            Twice<UrgeExperts>(
                "ExpertPanel.UrgedToday",
                WorkingGroup,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Appraising, [w.Cast.Experts[0]], w.Seen), Ct)
            ),
            Case<OpenPanel>(
                WrongState,
                NotAppraising,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, w.Seen), Ct)
            ),
            Case<OpenPanel>(
                Incomplete,
                "Appraisal.Incomplete",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, w.Seen), Ct)
            ),
            Twice<OpenPanel>(
                "ExpertPanel.Opened",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, w.Seen), Ct),
                ScoreEverythingAsync
            ),
            Case<ConcludeAppraisal>(
                WrongState,
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Decided, w.Seen), Ct)
            ),
            Case<ConcludeAppraisal>(
                Incomplete,
                "Appraisal.Incomplete",
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, w.Seen), Ct)
            ),
            Twice<ConcludeAppraisal>(
                WrongStage,
                WorkingGroup,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, w.Seen), Ct),
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
                    await u.ExecuteAsync(new(Sheet(w, 2, ScoreSheetStatus.Submitted), w.Seen), Ct)
            ),
            Twice<AcceptAssignment>(
                SheetStatus,
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(new(Sheet(w, 0, ScoreSheetStatus.Assigned), w.Seen), Ct)
            ),
            Case<RecuseFromAssignment>(
                WrongState,
                SheetStatus,
                Expert(2),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Sheet(w, 2, ScoreSheetStatus.Submitted), "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<RecuseFromAssignment>(
                Incomplete,
                NoReason,
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Sheet(w, 0, ScoreSheetStatus.Assigned), " ", w.Seen),
                        Ct
                    )
            ),
            Twice<RecuseFromAssignment>(
                "ScoreSheet.NotFound",
                Expert(0),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Sheet(w, 0, ScoreSheetStatus.Assigned), "（示例）", w.Seen),
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
                    await u.ExecuteAsync(new(Sheet(w, 0, ScoreSheetStatus.Accepted), w.Seen), Ct)
            ),
        ];

    private static async Task<object?> SeatAsync(
        SetPanelMembers act,
        World w,
        Guid batch,
        IReadOnlyList<Guid> experts,
        DateOnly due
    ) => await act.ExecuteAsync(new(batch, experts, due, w.Seen), Ct);

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
            async (u, w) =>
                await SeatAsync(u, w, w.Cast.Appraising, w.Cast.Experts, new(2023, 1, 15))
        );
        await MustAsync<AssignExperts>(
            world,
            WorkingGroup,
            async (u, w) => await u.ExecuteAsync(new(w.Cast.Appraising, w.Seen), Ct)
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
                async (u, w) => await u.ExecuteAsync(new(sheet.SheetId, w.Seen), Ct)
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
    private static Guid Sheet(World world, int expert, ScoreSheetStatus status) =>
        world.Cast.SheetOf(world.Cast.Experts[expert], status);

    private static Func<World, Guid> Expert(int index) => w => w.Cast.Experts[index];
}
