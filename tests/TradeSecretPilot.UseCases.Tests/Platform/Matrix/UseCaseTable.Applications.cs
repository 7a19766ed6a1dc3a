using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class UseCaseTable
{
    private const string NoApplication = "Application.NotFound";
    private const string NoCall = "ProvincialCall.NotFound";

    private static IReadOnlyList<UseCaseRow> Applications =>
        [
            For<GetApplication>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication), c.Ct),
                NoApplication
            ),
            For<ListApplications>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new() { Batch = c.Cast.Open }, c.Ct),
                async (u, c) =>
                    (
                        await u.ExecuteAsync(
                            new() { Batch = c.Cast.Open, Text = c.TheirRegion },
                            c.Ct
                        )
                    )
                        .Page
                        .Total
            ),
            For<StartApplication>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Open), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Preparing), c.Ct),
                "Batch.NotFound",
                refused: "Application.AlreadyStarted"
            ),
            For<SaveWorkPlan>(
                Who.Local,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.MyApplication,
                            await c.VersionAsync<Application>(c.MyApplication),
                            WorkPlan.Empty
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.TheirApplication,
                            await c.VersionAsync<Application>(c.TheirApplication),
                            WorkPlan.Empty
                        ),
                        c.Ct
                    ),
                NoApplication,
                acts: "Application.Saved"
            ),
            For<SubmitApplication>(
                Who.LocalApprover,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.MyApplication, await c.VersionAsync<Application>(c.MyApplication)),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.TheirApplication,
                            await c.VersionAsync<Application>(c.TheirApplication)
                        ),
                        c.Ct
                    ),
                NoApplication,
                acts: "Application.Submitted"
            ),
            // The own draft was never returned: CommentHandlingTests tick the returned one.
            For<GetPlanHistory>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication), c.Ct),
                NoApplication
            ),
            For<RestorePlan>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication, Guid.Empty, 1), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication, Guid.Empty, 1), c.Ct),
                NoApplication,
                refused: "Draft.NotFound"
            ),
            For<HandleComment>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication, 1, 1), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication, 1, 1), c.Ct),
                NoApplication,
                refused: "Application.CommentNotFound"
            ),
            For<ReopenComment>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication, 1, 1), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication, 1, 1), c.Ct),
                NoApplication,
                refused: "Application.CommentNotFound"
            ),
            For<WithdrawApplication>(
                Who.LocalApprover,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.MyApplication, "（示例）", Seen.Present), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(new(c.TheirApplication, "（示例）", Seen.Present), c.Ct),
                NoApplication,
                acts: "Application.Withdrawn"
            ),
            For<VerifyReceipt>(
                Who.Everyone,
                async (u, c) => await u.ExecuteAsync(new("SB-20220401-0000-000000"), c.Ct),
                refused: "Receipt.NotFound"
            ),
            For<GetReview>(
                Who.Province,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication), c.Ct),
                NoApplication
            ),
            For<SaveReview>(
                Who.Province,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.MyApplication, WorldBuilder.AllConform, "", [], Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirApplication, WorldBuilder.AllConform, "", [], Seen.Present),
                        c.Ct
                    ),
                NoApplication,
                acts: "Application.ReviewSaved"
            ),
            For<ReturnApplication>(
                Who.Province,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.MyApplication, "（示例）", [], Seen.Present), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirApplication, "（示例）", [], Seen.Present),
                        c.Ct
                    ),
                NoApplication,
                acts: "Application.Returned"
            ),
            For<RecommendApplication>(
                Who.Province,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.MyApplication, WorldBuilder.AllConform, "（示例）", Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirApplication, WorldBuilder.AllConform, "（示例）", Seen.Present),
                        c.Ct
                    ),
                NoApplication,
                acts: "Application.Recommended"
            ),
            For<DeclineApplication>(
                Who.ProvincialApprover,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.MyApplication, "（示例）", Seen.Present), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(new(c.TheirApplication, "（示例）", Seen.Present), c.Ct),
                NoApplication,
                acts: "Application.Declined"
            ),
            For<ExtendApplication>(
                Who.ProvincialApprover,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.MyApplication, new(2022, 12, 30), "（示例）", Seen.Present),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirApplication, new(2022, 12, 30), "（示例）", Seen.Present),
                        c.Ct
                    ),
                NoApplication,
                acts: "Application.Extended"
            ),
            For<GetProvincialCall>(
                Who.Province,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Open), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Preparing), c.Ct),
                "Batch.NotFound"
            ),
            For<SetSubmissionDeadline>(
                Who.ProvincialApprover,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.Open, new(2022, 12, 24), Seen.Present), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Preparing, new(2023, 4, 1), Seen.Present),
                        c.Ct
                    ),
                NoCall,
                acts: "ProvincialCall.DeadlineSet"
            ),
            For<RankApplications>(
                Who.Province,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.Cast.Open,
                            [c.Cast.Application(c.Cast.Open, c.Cast.A[3])],
                            Seen.Present
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.Cast.Open,
                            [
                                c.Cast.Application(
                                    c.Cast.Open,
                                    c.ByForeignTenant ? c.Cast.A[3] : c.Cast.B[2]
                                ),
                            ],
                            Seen.Present
                        ),
                        c.Ct
                    ),
                // An order that names what is not among the own recommendations is out of date.
                "ProvincialCall.RankingOutdated",
                acts: "ProvincialCall.Ranked"
            ),
            For<ForwardApplications>(
                Who.ProvincialApprover,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.Open, "示例函5号", Seen.Present), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.Preparing, "示例函6号", Seen.Present), c.Ct),
                NoCall,
                // What was submitted and what was returned stay behind, and are closed.
                acts:
                [
                    "ProvincialCall.Forwarded",
                    "Application.Forwarded",
                    "Application.Lapsed",
                    "Application.Lapsed",
                ]
            ),
        ];
}
