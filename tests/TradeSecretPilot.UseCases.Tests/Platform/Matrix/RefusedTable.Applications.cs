using TradeSecretPilot.Domain;
using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Refused;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Situation;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class RefusedTable
{
    private const string WrongStatus = "Application.WrongStatus";
    private const string NoReason = "Reason.Missing";

    /// <summary>Regions of province A in the open batch: see <see cref="Cast.Open"/>.</summary>
    private const int Draft = 0;
    private const int Submitted = 1;
    private const int Returned = 2;
    private const int Recommended = 3;
    private const int Declined = 4;
    private const int NotBegun = 5;

    private static readonly DateTimeOffset OwnDeadline = BeijingTime.EndOf(new(2022, 12, 25));
    private static readonly DateTimeOffset NationalDeadline = BeijingTime.EndOf(new(2022, 12, 31));
    private static readonly string TooLong = new('示', 10_000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<RefusedCase> Applications =>
        [
            Case<StartApplication>(
                WrongState,
                "Application.BatchNotOpen",
                DrafterOf(NotBegun),
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running), Ct)
            ),
            Case<StartApplication>(
                WrongTime,
                "Application.DeadlinePassed",
                DrafterOf(NotBegun),
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open), Ct),
                At(OwnDeadline)
            ),
            Twice<StartApplication>(
                "Application.AlreadyStarted",
                DrafterOf(NotBegun),
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open), Ct)
            ),
            Case<SaveWorkPlan>(
                WrongState,
                WrongStatus,
                DrafterOf(Submitted),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), 1, WorkPlan.Empty), Ct)
            ),
            Case<SaveWorkPlan>(
                Incomplete,
                "Application.TextTooLong",
                DrafterOf(Draft),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Draft), 1, new WorkPlan { Foundation = TooLong }),
                        Ct
                    )
            ),
            Twice<SaveWorkPlan>(
                "Application.ChangedMeanwhile",
                DrafterOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), 1, WorkPlan.Empty), Ct)
            ),
            Case<SubmitApplication>(
                WrongState,
                WrongStatus,
                ApproverOf(Recommended),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Recommended), 1), Ct)
            ),
            Case<SubmitApplication>(
                WrongTime,
                "Application.DeadlinePassed",
                ApproverOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), 1), Ct),
                At(OwnDeadline)
            ),
            Case<SubmitApplication>(
                Incomplete,
                "Application.Incomplete",
                ApproverOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), 2), Ct),
                w =>
                    MustAsync<SaveWorkPlan>(
                        w,
                        DrafterOf(Draft),
                        async (u, _) =>
                            await u.ExecuteAsync(new(Of(w, Draft), 1, WorkPlan.Empty), Ct)
                    )
            ),
            Twice<SubmitApplication>(
                WrongStatus,
                ApproverOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), 1), Ct)
            ),
            Case<HandleComment>(
                WrongState,
                WrongStatus,
                DrafterOf(Submitted),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), 1, 1), Ct)
            ),
            Case<HandleComment>(
                Incomplete,
                "Application.CommentNotFound",
                DrafterOf(Returned),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Returned), 1, 3), Ct)
            ),
            Twice<HandleComment>(
                "Application.CommentHandled",
                DrafterOf(Returned),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Returned), 1, 2), Ct)
            ),
            Case<ReopenComment>(
                WrongState,
                "Application.CommentNotFound",
                DrafterOf(Returned),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Returned), 1, 2), Ct)
            ),
            Twice<ReopenComment>(
                "Application.CommentOpen",
                DrafterOf(Returned),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Returned), 1, 1), Ct)
            ),
            Case<WithdrawApplication>(
                WrongState,
                WrongStatus,
                ApproverOf(Draft),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(w.Cast.Application(w.Cast.Running, w.Cast.A[0]), "（示例）"),
                        Ct
                    )
            ),
            Case<WithdrawApplication>(
                Incomplete,
                NoReason,
                ApproverOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), " "), Ct)
            ),
            Twice<WithdrawApplication>(
                WrongStatus,
                ApproverOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), "（示例）"), Ct)
            ),
        ];

    private static IEnumerable<RefusedCase> Reviews =>
        [
            Case<SaveReview>(
                WrongState,
                WrongStatus,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Recommended), All, "", []), Ct)
            ),
            Case<SaveReview>(
                Incomplete,
                "ProvincialReview.OpinionTooLong",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), All, TooLong, []), Ct)
            ),
            Twice<SaveReview>(
                "Platform.ChangedMeanwhile",
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Submitted), All, "（示例）", []) { Seen = new(null) },
                        Ct
                    )
            ),
            Case<ReturnApplication>(
                WrongState,
                WrongStatus,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Recommended), "（示例）", []), Ct)
            ),
            Case<ReturnApplication>(
                WrongTime,
                "Application.ReturnTooLate",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), "（示例）", []), Ct),
                At(OwnDeadline)
            ),
            Case<ReturnApplication>(
                Incomplete,
                NoReason,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), " ", []), Ct)
            ),
            Twice<ReturnApplication>(
                WrongStatus,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), "（示例）", []), Ct)
            ),
            Case<RecommendApplication>(
                WrongState,
                WrongStatus,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Declined), All, "（示例）"), Ct)
            ),
            Case<RecommendApplication>(
                WrongTime,
                "Batch.ForwardingClosed",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), All, "（示例）"), Ct),
                At(NationalDeadline)
            ),
            Case<RecommendApplication>(
                Incomplete,
                "ProvincialReview.ChecklistOpen",
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(
                            Of(w, Submitted),
                            new Dictionary<ReviewCheck, ReviewFinding>(),
                            "（示例）"
                        ),
                        Ct
                    )
            ),
            Twice<RecommendApplication>(
                WrongStatus,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), All, "（示例）"), Ct)
            ),
            Case<DeclineApplication>(
                WrongState,
                WrongStatus,
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Returned), "（示例）"), Ct)
            ),
            Case<DeclineApplication>(
                Incomplete,
                NoReason,
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), ""), Ct)
            ),
            Twice<DeclineApplication>(
                WrongStatus,
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), "（示例）"), Ct)
            ),
            Case<ExtendApplication>(
                WrongState,
                "Application.NothingToExtend",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Declined), new(2022, 12, 30), "（示例）"), Ct)
            ),
            Case<ExtendApplication>(
                WrongTime,
                "Extension.PastForwarding",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), new(2023, 1, 2), "（示例）"), Ct)
            ),
            Case<ExtendApplication>(
                Incomplete,
                NoReason,
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), new(2022, 12, 30), " "), Ct)
            ),
            Twice<ExtendApplication>(
                "Extension.NotLater",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), new(2022, 12, 30), "（示例）"), Ct)
            ),
        ];

    private static IEnumerable<RefusedCase> Calls =>
        [
            Case<SetSubmissionDeadline>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running, new(2022, 12, 24)), Ct)
            ),
            Case<SetSubmissionDeadline>(
                WrongTime,
                "ProvincialCall.DeadlineInThePast",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, new(2022, 12, 10)), Ct)
            ),
            Twice<SetSubmissionDeadline>(
                "ProvincialCall.DeadlineUnchanged",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, new(2022, 12, 24)), Ct)
            ),
            Case<RankApplications>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running, []), Ct)
            ),
            Case<RankApplications>(
                Incomplete,
                "ProvincialCall.RankingOutdated",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, [Of(w, Submitted)]), Ct)
            ),
            Twice<RankApplications>(
                null,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, [Of(w, Recommended)]), Ct)
            ),
            Case<ForwardApplications>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running, "示例函8号"), Ct)
            ),
            Case<ForwardApplications>(
                WrongTime,
                "Batch.ForwardingClosed",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, "示例函8号"), Ct),
                At(NationalDeadline)
            ),
            Case<ForwardApplications>(
                Incomplete,
                "ProvincialCall.LetterNumberInvalid",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, " "), Ct)
            ),
            Case<ForwardApplications>(
                Incomplete,
                "ProvincialCall.NothingRanked",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, "示例函8号"), Ct),
                w =>
                    MustAsync<RankApplications>(
                        w,
                        Reviewer,
                        async (u, _) => await u.ExecuteAsync(new(w.Cast.Open, []), Ct)
                    )
            ),
            Twice<ForwardApplications>(
                "ProvincialCall.AlreadyForwarded",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, "示例函8号"), Ct)
            ),
        ];

    private static IReadOnlyDictionary<ReviewCheck, ReviewFinding> All => WorldBuilder.AllConform;

    private static Guid Of(World world, int region) =>
        world.Cast.Application(world.Cast.Open, world.Cast.A[region]);

    private static Func<World, Guid> DrafterOf(int region) => w => w.Cast.A[region].Drafter;

    private static Func<World, Guid> ApproverOf(int region) => w => w.Cast.A[region].Approver;

    private static Guid Reviewer(World world) => world.Cast.ProvinceA.Reviewer;

    private static Guid ProvincialApprover(World world) => world.Cast.ProvinceA.Approver;
}
