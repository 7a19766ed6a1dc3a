using System.Text;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>Files that people send.</summary>
internal static class TestFiles
{
    /// <summary>What every plan, report and seal of the test world has.</summary>
    public static byte[] OfTheWorld { get; } = Pdf("示例附件");

    /// <summary>As much of a PDF as the portal looks at.</summary>
    public static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.7\n%{text}\n");

    public static Upload Upload(byte[] content, string fileName = "示例附件.pdf") =>
        new(fileName, new MemoryStream(content), HasNoSecrets: true);

    /// <summary>One that the world does not have yet.</summary>
    public static Upload Another() => Upload(Pdf("示例另一附件"), "示例另一附件.pdf");
}
