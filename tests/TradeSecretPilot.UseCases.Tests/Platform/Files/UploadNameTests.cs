using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Tests.Platform.Files;

/// <summary>The name under which a file is kept shows what the file is.</summary>
public sealed class UploadNameTests
{
    [Theory]
    [InlineData("方案.pdf", "方案.pdf")]
    [InlineData("../../etc/方案.pdf", "方案.pdf")]
    [InlineData(@"C:\Users\某人\方案.pdf", "方案.pdf")]
    [InlineData("方\r\n案\t\0.pdf", "方案.pdf")]
    // With the mark it reads 方案exe.pdf, and is none.
    [InlineData("方案\u202efdp.exe", "方案fdp.exe")]
    [InlineData("\u200f\u2067方案\u2069.pdf", "方案.pdf")]
    public void NameOf_ControlsFoldersAndTurnsOfDirection_AreGone(string sent, string kept) =>
        Assert.Equal(kept, Uploads.NameOf(sent));
}
