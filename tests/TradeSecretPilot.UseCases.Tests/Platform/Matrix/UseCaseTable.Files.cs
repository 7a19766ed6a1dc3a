using TradeSecretPilot.UseCases.Applications;
using TradeSecretPilot.UseCases.Appraisals;
using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.ProgressReports;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Rows;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

/// <summary>Attachments and sealed copies.</summary>
internal static partial class UseCaseTable
{
    /// <summary>Whose uploads are whose is shown by UploadTests: each is its account's own, in every tenant.</summary>
    private const string NoUpload = "Upload.NotFound";

    private static IReadOnlyList<UseCaseRow> Files =>
        [
            For<BeginUpload>(
                Who.Local | Who.Province,
                async (u, c) => await u.ExecuteAsync(new("示例.pdf", 0, HasNoSecrets: true), c.Ct),
                refused: "Attachment.Empty"
            ),
            For<GetUpload>(
                Who.Local | Who.Province,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                refused: NoUpload
            ),
            For<SendPiece>(
                Who.Local | Who.Province,
                async (u, c) =>
                    await u.ExecuteAsync(new(Call.Unknown, 0, 1, new MemoryStream([1])), c.Ct),
                refused: NoUpload
            ),
            For<FetchUpload>(
                Who.Local | Who.Province,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                refused: NoUpload
            ),
            For<DropUpload>(
                Who.Local | Who.Province,
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown), c.Ct),
                refused: NoUpload
            ),
            For<UploadFile>(
                Who.Local,
                async (u, c) => await u.ExecuteAsync(TestFiles.Another(), c.Ct),
                acts: "File.Uploaded"
            ),
            For<FetchPlanAttachment>(
                Who.Regulated,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.MyApplication, c.MyVersion, WorldBuilder.AttachmentId),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirApplication, c.MyVersion, WorldBuilder.AttachmentId),
                        c.Ct
                    ),
                NoApplication
            ),
            For<FetchAssignedAttachment>(
                Who.Expert,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.AcceptedSheet, WorldBuilder.AttachmentId), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirAssignedSheet, WorldBuilder.AttachmentId),
                        c.Ct
                    ),
                NoSheet
            ),
            For<FetchReportAttachment>(
                Who.Regulated,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.MyReport, c.MyVersion, WorldBuilder.AttachmentId),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(c.TheirReport, c.MyVersion, WorldBuilder.AttachmentId),
                        c.Ct
                    ),
                NoReport
            ),
            For<UploadSealedPlan>(
                Who.Local,
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.MyApplication,
                            c.Cast.SealedTexts[c.MyApplication],
                            TestFiles.Another()
                        ),
                        c.Ct
                    ),
                async (u, c) =>
                    await u.ExecuteAsync(
                        new(
                            c.TheirApplication,
                            c.Cast.SealedTexts[c.TheirApplication],
                            TestFiles.Another()
                        ),
                        c.Ct
                    ),
                NoApplication,
                acts: "Application.Sealed"
            ),
            For<UploadSealedLetter>(
                Who.Province,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.Running, TestFiles.Another()), c.Ct),
                async (u, c) => await u.ExecuteAsync(new(Call.Unknown, TestFiles.Another()), c.Ct),
                NoCall,
                acts: "ProvincialCall.Sealed"
            ),
            For<FetchSealedCopy>(
                Who.Regulated,
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.SealedCopies[c.MyApplication]), c.Ct),
                async (u, c) =>
                    await u.ExecuteAsync(new(c.Cast.SealedCopies[c.TheirApplication]), c.Ct),
                "SealedCopy.NotFound"
            ),
        ];
}
