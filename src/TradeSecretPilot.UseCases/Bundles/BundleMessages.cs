using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Outbox;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>What the account that asked for a bundle is told.</summary>
internal static class BundleMessages
{
    private const string Page = "/downloads";

    public sealed record Ready(string Title)
        : Message(
            new(
                $"“{Title}”已打包，{Bundle.KeptDays}天内可以下载。",
                $"“{Title}” is ready; it can be downloaded for {Bundle.KeptDays} days."
            ),
            Page
        );

    public sealed record Failed(string Title)
        : Message(
            new(
                $"“{Title}”未能打包，原因见“我的下载”，可以在那里重试。",
                $"“{Title}” could not be bundled. Your downloads say why; try again there."
            ),
            Page
        );
}
