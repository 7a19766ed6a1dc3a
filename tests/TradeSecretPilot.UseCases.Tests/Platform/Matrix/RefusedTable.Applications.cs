using TradeSecretPilot.Domain.Applications;
using TradeSecretPilot.Domain.ProvincialReviews;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Platform;
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
    private static readonly string TooLong = new('示', TextFault.DraftMaxLength + 1);

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
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), w.Seen), Ct)
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
                        new(w.Cast.Application(w.Cast.Running, w.Cast.A[0]), "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<WithdrawApplication>(
                Incomplete,
                NoReason,
                ApproverOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), " ", w.Seen), Ct)
            ),
            Twice<WithdrawApplication>(
                WrongStatus,
                ApproverOf(Draft),
                async (u, w) => await u.ExecuteAsync(new(Of(w, Draft), "（示例）", w.Seen), Ct)
            ),
        ];

    private static IEnumerable<RefusedCase> Reviews =>
        [
            Case<SaveReview>(
                WrongState,
                WrongStatus,
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Recommended), All, "", [], w.Seen), Ct)
            ),
            Case<SaveReview>(
                Incomplete,
                "ProvincialReview.OpinionTooLong",
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), All, TooLong, [], w.Seen), Ct)
            ),
            Twice<SaveReview>(
                "Platform.ChangedMeanwhile",
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Submitted), All, "（示例）", [], ReviewSeen.Of(2, null)),
                        Ct
                    )
            ),
            Case<ReturnApplication>(
                WrongState,
                WrongStatus,
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Recommended), "（示例）", [], w.Seen), Ct)
            ),
            Case<ReturnApplication>(
                WrongTime,
                "Application.ReturnTooLate",
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), "（示例）", [], w.Seen), Ct),
                At(OwnDeadline)
            ),
            Case<ReturnApplication>(
                Incomplete,
                NoReason,
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), " ", [], w.Seen), Ct)
            ),
            Twice<ReturnApplication>(
                WrongStatus,
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), "（示例）", [], w.Seen), Ct)
            ),
            Case<RecommendApplication>(
                WrongState,
                WrongStatus,
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Declined), All, "（示例）", w.Seen), Ct)
            ),
            Case<RecommendApplication>(
                WrongTime,
                "Batch.ForwardingClosed",
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), All, "（示例）", w.Seen), Ct),
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
                            "（示例）",
                            w.Seen
                        ),
                        Ct
                    )
            ),
            Twice<RecommendApplication>(
                WrongStatus,
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), All, "（示例）", w.Seen), Ct)
            ),
            Case<DeclineApplication>(
                WrongState,
                WrongStatus,
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Returned), "（示例）", w.Seen), Ct)
            ),
            Case<DeclineApplication>(
                Incomplete,
                NoReason,
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), "", w.Seen), Ct)
            ),
            Twice<DeclineApplication>(
                WrongStatus,
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(Of(w, Submitted), "（示例）", w.Seen), Ct)
            ),
            Case<ExtendApplication>(
                WrongState,
                "Application.NothingToExtend",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Declined), new(2022, 12, 30), "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<ExtendApplication>(
                WrongTime,
                "Extension.PastForwarding",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Submitted), new(2023, 1, 2), "（示例）", w.Seen),
                        Ct
                    )
            ),
            Case<ExtendApplication>(
                Incomplete,
                NoReason,
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(Of(w, Submitted), new(2022, 12, 30), " ", w.Seen), Ct)
            ),
            Twice<ExtendApplication>(
                "Extension.NotLater",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Submitted), new(2022, 12, 30), "（示例）", w.Seen),
                        Ct
                    )
            ),
        ];

    private static IEnumerable<RefusedCase> Calls =>
        [
            Case<SetSubmissionDeadline>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Running, new(2022, 12, 24), w.Seen), Ct)
            ),
            Case<SetSubmissionDeadline>(
                WrongTime,
                "ProvincialCall.DeadlineInThePast",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, new(2022, 12, 10), w.Seen), Ct)
            ),
            Twice<SetSubmissionDeadline>(
                "ProvincialCall.DeadlineUnchanged",
                ProvincialApprover,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, new(2022, 12, 24), w.Seen), Ct)
            ),
            Case<RankApplications>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running, [], w.Seen), Ct)
            ),
            Case<RankApplications>(
                Incomplete,
                "ProvincialCall.RankingOutdated",
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, [Of(w, Submitted)], w.Seen), Ct)
            ),
            Twice<RankApplications>(
                null,
                Reviewer,
                async (u, w) =>
                    await u.ExecuteAsync(new(w.Cast.Open, [Of(w, Recommended)], w.Seen), Ct)
            ),
            Case<ForwardApplications>(
                WrongState,
                "ProvincialCall.AlreadyForwarded",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running, "示例函8号", w.Seen), Ct)
            ),
            Case<ForwardApplications>(
                WrongTime,
                "Batch.ForwardingClosed",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, "示例函8号", w.Seen), Ct),
                At(NationalDeadline)
            ),
            Case<ForwardApplications>(
                Incomplete,
                "ProvincialCall.LetterNumberInvalid",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, " ", w.Seen), Ct)
            ),
            Case<ForwardApplications>(
                Incomplete,
                "ProvincialCall.NothingRanked",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, "示例函8号", w.Seen), Ct),
                w =>
                    MustAsync<RankApplications>(
                        w,
                        Reviewer,
                        async (u, _) => await u.ExecuteAsync(new(w.Cast.Open, [], w.Seen), Ct)
                    )
            ),
            Twice<ForwardApplications>(
                "ProvincialCall.AlreadyForwarded",
                ProvincialApprover,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, "示例函8号", w.Seen), Ct)
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
