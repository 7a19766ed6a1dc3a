using TradeSecretPilot.UseCases.Platform.Files;
using TradeSecretPilot.UseCases.SealedCopies;
using TradeSecretPilot.UseCases.Tests.Infrastructure;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Refused;
using static TradeSecretPilot.UseCases.Tests.Platform.Matrix.Situation;

namespace TradeSecretPilot.UseCases.Tests.Platform.Matrix;

internal static partial class RefusedTable
{
    private static IEnumerable<RefusedCase> Files =>
        [
            Case<UploadFile>(
                Incomplete,
                "Attachment.NotConfirmed",
                DrafterOf(Draft),
                async (u, _) =>
                    await u.ExecuteAsync(TestFiles.Another() with { HasNoSecrets = false }, Ct)
            ),
            Case<UploadFile>(
                Incomplete,
                "Attachment.Empty",
                DrafterOf(Draft),
                async (u, _) => await u.ExecuteAsync(TestFiles.Upload([]), Ct)
            ),
            Case<UploadFile>(
                Incomplete,
                "Attachment.KindNotTaken",
                DrafterOf(Draft),
                async (u, _) => await u.ExecuteAsync(TestFiles.Upload("MZ示例程序"u8.ToArray()), Ct)
            ),
            Twice<UploadFile>(
                null,
                DrafterOf(Draft),
                async (u, _) => await u.ExecuteAsync(TestFiles.Another(), Ct)
            ),
            Case<UploadSealedPlan>(
                WrongState,
                "SealedCopy.NoLongerTaken",
                ApproverOf(Declined),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(
                            Of(w, Declined),
                            w.Cast.SealedTexts[Of(w, Declined)],
                            TestFiles.Another()
                        ),
                        Ct
                    )
            ),
            Case<UploadSealedPlan>(
                Incomplete,
                "SealedCopy.OtherText",
                ApproverOf(Draft),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(
                            Of(w, Draft),
                            w.Cast.SealedTexts[Of(w, Submitted)],
                            TestFiles.Another()
                        ),
                        Ct
                    )
            ),
            Case<UploadSealedPlan>(
                Incomplete,
                "SealedCopy.NotAScan",
                ApproverOf(Draft),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(
                            Of(w, Draft),
                            w.Cast.SealedTexts[Of(w, Draft)],
                            TestFiles.Upload(TestFiles.Word(), "示例.docx")
                        ),
                        Ct
                    )
            ),
            Twice<UploadSealedPlan>(
                "SealedCopy.AlreadyKept",
                ApproverOf(Draft),
                async (u, w) =>
                    await u.ExecuteAsync(
                        new(Of(w, Draft), w.Cast.SealedTexts[Of(w, Draft)], TestFiles.Another()),
                        Ct
                    )
            ),
            Case<UploadSealedLetter>(
                WrongState,
                "SealedCopy.LetterNotForwarded",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Open, TestFiles.Another()), Ct)
            ),
            Twice<UploadSealedLetter>(
                "SealedCopy.AlreadyKept",
                Reviewer,
                async (u, w) => await u.ExecuteAsync(new(w.Cast.Running, TestFiles.Another()), Ct)
            ),
        ];
}
