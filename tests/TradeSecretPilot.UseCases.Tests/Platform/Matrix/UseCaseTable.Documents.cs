using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Bundles;
using TradeSecretPilot.UseCases.Operations;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.ProvincialReviews;
using TradeSecretPilot.UseCases.Rendering;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>Documents and bundles. They are asked for as Word files, which need no engine; the tests of documents make the PDFs.</summary>
internal static partial class UseCaseTable
{
    private const FileFormat Word = FileFormat.Word;
    private const string NoBundle = "Bundle.NotFound";

    private static IReadOnlyList<UseCaseRow> Documents =>
        [
            For<PrintApplication>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(c.MyApplication, null, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication, null, Word), c.Ct),
                NoApplication
            ),
            For<PrintReceipt>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new("SB-20220401-0000-000000", Word), c.Ct),
                refused: "Receipt.NotFound"
            ),
            For<FetchReceiptProof>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new("SB-20220401-0000-000000"), c.Ct),
                refused: "Receipt.NotFound"
            ),
            For<PrintReview>(
                Who.Province | Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.ReviewedApplication, null, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReviewed, null, Word), c.Ct),
                "ProvincialReview.NotFound"
            ),
            For<PrintForwardingLetter>(
                Who.Province | Who.National,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Running, WorldBuilder.ProvinceA, null, Word),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.Open, c.TheirProvince, null, Word), c.Ct),
                NoCall
            ),
            For<PrintScoreSheet>(
                Who.Expert | Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.PrintableSheet, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirAssignedSheet, Word), c.Ct),
                NoSheet
            ),
            For<PrintAssignedPlan>(
                Who.Expert,
                async (u, c) => await u.ExecuteAsync(new(c.AcceptedSheet, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirAssignedSheet, Word), c.Ct),
                NoSheet
            ),
            For<PrintAppraisalSummary>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Word), c.Ct),
                NoBatch
            ),
            For<PrintDecision>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Decided, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, Word), c.Ct),
                NoBatch
            ),
            For<PreviewAnnouncement>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Decided, null, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, null, Word), c.Ct),
                NoBatch
            ),
            For<PrintAnnouncement>(
                Who.Everyone,
                async (u, c) => await u.ExecuteAsync(new(1, Word), c.Ct),
                // Decided, and not public.
                async (u, c) => await u.ExecuteAsync(new(2, Word), c.Ct),
                "Announcement.NotFound"
            ),
            For<PrintOutcomeLetter>(
                Who.Regulated,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.Cast.Application(c.Cast.Running, c.Cast.A[0]), Word),
                        c.Ct
                    ),
                async (u, c) => await u.ExecuteAsync(new(c.TheirApplication, Word), c.Ct),
                "Application.NotAnnounced"
            ),
            For<PrintReport>(
                Who.Regulated,
                async (u, c) => await u.ExecuteAsync(new(c.MyReport, null, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(c.TheirReport, null, Word), c.Ct),
                NoReport
            ),
            For<PrintReportingSummary>(
                Who.Province | Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Running, 1, Word), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, 1, Word), c.Ct),
                NoReport
            ),
            For<CertifyAudit>(
                Who.AuditAdmin,
                async (u, c) => await u.ExecuteAsync(new(Word), c.Ct),
                acts: "Audit.Certified"
            ),
            For<BundleApplications>(
                Who.Regulated,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(BundleKind.Applications, new() { Batch = c.Cast.Running }),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            BundleKind.Applications,
                            new() { Batch = c.Cast.Open, Text = c.TheirRegion }
                        ),
                        c.Ct
                    ),
                "Bundle.Empty",
                acts: "Bundle.Requested"
            ),
            For<BundleScoreSheets>(
                Who.National,
                async (u, c) => await u.ExecuteAsync(new(c.Cast.Appraising), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                NoBatch,
                acts: "Bundle.Requested"
            ),
            For<BundleReports>(
                Who.Province | Who.National,
                async (u, c) => await u.ExecuteAsync(new(new() { Ordinal = 1 }), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(new() { ProvinceCode = "999999" }), c.Ct),
                "Bundle.Empty",
                acts: "Bundle.Requested"
            ),
            For<ListBundles>(Who.Accounts, async (u, c) => await u.ExecuteAsync(new(), c.Ct)),
            For<FetchBundle>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                refused: NoBundle
            ),
            For<CancelBundle>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                refused: NoBundle
            ),
            For<RetryBundle>(
                Who.Accounts,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                refused: NoBundle
            ),
            For<ExpireBundles>(Who.Job, async (u, c) => await u.ExecuteAsync(c.Ct)),
            For<TakeBundle>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(c.Ct),
                acts: "Bundle.Begun"
            ),
            For<NoteBundleProgress>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, 1, 0), c.Ct)
            ),
            For<FinishBundle>(
                Who.Job,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, 1), c.Ct),
                refused: "Bundle.NotUnderWay"
            ),
        ];
}
