using TradeSecretPilot.Domain.Attachments;
using TradeSecretPilot.Domain.SealedCopies;

namespace TradeSecretPilot.Domain.Tests.SealedCopies;

public sealed class SealedCopyTests
{
    private static readonly DateTimeOffset Now = new(2022, 5, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("示例方案盖章件.pdf")]
    [InlineData("示例方案盖章件.JPG")]
    [InlineData("示例方案盖章件.png")]
    public void Of_Scan_StandsForTheTextThatWasPrinted(string fileName)
    {
        var subject = Guid.NewGuid();
        var copy = Of(fileName, subject).Value;

        Assert.Equal((SealedSubject.Application, subject), (copy.Subject, copy.SubjectId));
        Assert.Equal(
            (new string('A', 64), new string('B', 64)),
            (copy.ContentSha256, copy.FileSha256)
        );
        Assert.Equal((fileName, 7L, Now), (copy.FileName, copy.Bytes, copy.UploadedAt));
    }

    [Theory]
    [InlineData("示例方案.docx")]
    [InlineData("示例方案.xlsx")]
    public void Of_NoScan_Refused(string fileName) =>
        Assert.Equal("SealedCopy.NotAScan", Of(fileName, Guid.NewGuid()).Refusal?.Code);

    private static Result<SealedCopy> Of(string fileName, Guid subject) =>
        SealedCopy.Of(
            SealedSubject.Application,
            subject,
            new string('A', 64),
            new Attachment
            {
                FileName = fileName,
                Bytes = 7,
                Sha256 = new string('B', 64),
            },
            Guid.NewGuid(),
            "330000",
            "陈起草（示例）",
            Now
        );
}
