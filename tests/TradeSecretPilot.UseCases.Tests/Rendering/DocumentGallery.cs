using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain.Appraisals;
using TradeSecretPilot.Domain.Receipts;
using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;

namespace TradeSecretPilot.UseCases.Tests.Rendering;

/// <summary>Every official document of the portal, printed from the test world by somebody who may have it.</summary>
internal static class DocumentGallery
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The documents by name.</summary>
    public static IReadOnlyDictionary<
        string,
        Func<World, FileFormat, Task<Result<DocumentFile>>>
    > All { get; } =
        new Dictionary<string, Func<World, FileFormat, Task<Result<DocumentFile>>>>
        {
            ["application"] = (w, f) =>
                w.AsAsync(
                    w.Cast.ProvinceA.Reviewer,
                    (PrintApplication u) =>
                        u.ExecuteAsync(
                            new(w.Cast.Application(w.Cast.Running, w.Cast.A[0]), null, f),
                            Ct
                        )
                ),
            ["application-draft"] = (w, f) =>
                w.AsAsync(
                    w.Cast.A[0].Drafter,
                    (PrintApplication u) =>
                        u.ExecuteAsync(
                            new(w.Cast.Application(w.Cast.Open, w.Cast.A[0]), null, f),
                            Ct
                        )
                ),
            ["receipt"] = async (w, f) =>
            {
                var number = await ReceiptAsync(w, ReceiptKind.Application);
                return await w.AsAsync(
                    w.Cast.WorkingGroup,
                    (PrintReceipt u) => u.ExecuteAsync(new(number, f), Ct)
                );
            },
            ["review"] = (w, f) =>
                w.AsAsync(
                    w.Cast.ProvinceA.Reviewer,
                    (PrintReview u) =>
                        u.ExecuteAsync(
                            new(w.Cast.Application(w.Cast.Running, w.Cast.A[0]), null, f),
                            Ct
                        )
                ),
            ["letter"] = (w, f) =>
                w.AsAsync(
                    w.Cast.ProvinceA.Approver,
                    (PrintForwardingLetter u) =>
                        u.ExecuteAsync(new(w.Cast.Running, null, null, f), Ct)
                ),
            ["letter-draft"] = (w, f) =>
                w.AsAsync(
                    w.Cast.ProvinceA.Approver,
                    (PrintForwardingLetter u) =>
                        u.ExecuteAsync(new(w.Cast.Open, null, "示例函〔2022〕9号", f), Ct)
                ),
            ["score-sheet"] = (w, f) =>
                w.AsAsync(
                    w.Cast.WorkingGroup,
                    (PrintScoreSheet u) =>
                        u.ExecuteAsync(
                            new(w.Cast.SheetOf(w.Cast.Experts[1], ScoreSheetStatus.Submitted), f),
                            Ct
                        )
                ),
            ["assigned-plan"] = (w, f) =>
                w.AsAsync(
                    w.Cast.Experts[1],
                    (PrintAssignedPlan u) =>
                        u.ExecuteAsync(
                            new(w.Cast.SheetOf(w.Cast.Experts[1], ScoreSheetStatus.Submitted), f),
                            Ct
                        )
                ),
            ["appraisal-summary"] = (w, f) =>
                w.AsAsync(
                    w.Cast.WorkingGroup,
                    (PrintAppraisalSummary u) => u.ExecuteAsync(new(w.Cast.Running, f), Ct)
                ),
            ["decision"] = (w, f) =>
                w.AsAsync(
                    w.Cast.WorkingGroup,
                    (PrintDecision u) => u.ExecuteAsync(new(w.Cast.Running, f), Ct)
                ),
            ["announcement"] = (w, f) =>
                w.Portal.AsPublicAsync((PrintAnnouncement u) => u.ExecuteAsync(new(1, f), Ct)),
            ["outcome-selected"] = (w, f) =>
                w.AsAsync(
                    w.Cast.A[0].Drafter,
                    (PrintOutcomeLetter u) =>
                        u.ExecuteAsync(new(w.Cast.Application(w.Cast.Running, w.Cast.A[0]), f), Ct)
                ),
            ["outcome-not-selected"] = (w, f) =>
                w.AsAsync(
                    w.Cast.B[1].Drafter,
                    (PrintOutcomeLetter u) =>
                        u.ExecuteAsync(new(w.Cast.Application(w.Cast.Running, w.Cast.B[1]), f), Ct)
                ),
            ["report"] = (w, f) =>
                w.AsAsync(
                    w.Cast.WorkingGroup,
                    (PrintReport u) =>
                        u.ExecuteAsync(new(w.Cast.Report(w.Cast.A[1], 1), null, f), Ct)
                ),
            ["summary"] = (w, f) =>
                w.AsAsync(
                    w.Cast.WorkingGroup,
                    (PrintReportingSummary u) => u.ExecuteAsync(new(w.Cast.Running, 1, f), Ct)
                ),
            ["audit-certificate"] = (w, f) =>
                w.AsAsync(w.Cast.AuditAdmin, (CertifyAudit u) => u.ExecuteAsync(new(f), Ct)),
        };

    private static Task<string> ReceiptAsync(World world, ReceiptKind kind) =>
        world.BehindTheDoorAsync(db =>
            db.Receipts.Where(r => r.Kind == kind)
                .OrderBy(r => r.ReceivedAt)
                .Select(r => r.Number)
                .FirstAsync(Ct)
        );
}
