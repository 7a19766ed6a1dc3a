using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private const string NoSheet = "ScoreSheet.NotFound";
    private const string NoBatch = "Batch.NotFound";

    private static readonly Dictionary<string, int> NoScores = [];

    private static IReadOnlyList<UseCaseRow> Appraisals =>
        [
            For<ListExperts>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new() { BatchId = c.Cast.Appraising }, c.Ct)
            ),
            For<GetPanel>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<SetPanelMembers>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Appraising, c.Cast.Experts, new(2023, 1, 15), Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(Call.Unknown, c.Cast.Experts, new(2023, 1, 15), Seen.Present),
                        c.Ct
                    ),
                NoBatch,
                acts: "Batch.PanelChanged"
            ),
            For<ProposeAssignments>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<AssignExperts>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising, Seen.Present), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Seen.Present), c.Ct),
                NoBatch,
                acts: "Application.ExpertsAssigned"
            ),
            For<AssignExpert>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.Cast.Sheets.Single(s =>
                                s.Status == ScoreSheetStatus.Recused
                            ).ApplicationId,
                            c.Cast.Experts[3],
                            Seen.Present
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirApplication, c.Cast.Experts[0], Seen.Present),
                        c.Ct
                    ),
                NoApplication,
                refused: "ExpertPanel.NotOnPanel"
            ),
            For<ReleaseAssignments>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new([c.AssignedSheet, c.AcceptedSheet], "（示例）未按期评分", Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new([c.AssignedSheet, Call.Unknown], "（示例）", Seen.Present),
                        c.Ct
                    ),
                "ScoreSheet.AssignmentNotFound",
                acts: ["Application.ExpertReleased", "Application.ExpertReleased"]
            ),
            For<UrgeExperts>(
                Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Appraising, [c.Cast.Experts[0]], Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(Call.Unknown, [c.Cast.Experts[0]], Seen.Present),
                        c.Ct
                    ),
                NoBatch,
                acts: ["Batch.ExpertsUrged"]
            ),
            For<GetAppraisalBoard>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch
            ),
            For<OpenPanel>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising, Seen.Present), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Seen.Present), c.Ct),
                NoBatch,
                refused: "Appraisal.Incomplete"
            ),
            For<ConcludeAppraisal>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising, Seen.Present), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Seen.Present), c.Ct),
                NoBatch,
                refused: "Appraisal.Incomplete"
            ),
            For<ListMyAssignments>(Who.Expert, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<GetScoreSheet>(
                Who.Expert,
                async (u, c) => await u.ExecuteAsync(new(c.AcceptedSheet), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirAssignedSheet), c.Ct),
                NoSheet
            ),
            For<AcceptAssignment>(
                Who.Expert,
                async (u, c) => await u.ExecuteAsync(new(c.AssignedSheet, Seen.Present), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirAssignedSheet, Seen.Present), c.Ct),
                NoSheet,
                acts: "Application.AssignmentAccepted"
            ),
            For<RecuseFromAssignment>(
                Who.Expert,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.AssignedSheet, "（示例）", Seen.Present), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(new(c.TheirAssignedSheet, "（示例）", Seen.Present), c.Ct),
                NoSheet,
                acts: "Application.ExpertRecused"
            ),
            For<SaveScoreSheet>(
                Who.Expert,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.AcceptedSheet,
                            await c.VersionAsync<ScoreSheet>(c.AcceptedSheet),
                            NoScores,
                            ""
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(new(c.TheirAssignedSheet, 0, NoScores, ""), c.Ct),
                NoSheet,
                acts: "ScoreSheet.Saved"
            ),
            For<SubmitScoreSheet>(
                Who.Expert,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.AcceptedSheet, await c.VersionAsync<ScoreSheet>(c.AcceptedSheet)),
                        c.Ct
                    ),
                async (u, c) => await u.ExecuteAsync(new(c.TheirAssignedSheet, 0), c.Ct),
                NoSheet,
                acts: "Application.ScoresSubmitted"
            ),
        ];
}
