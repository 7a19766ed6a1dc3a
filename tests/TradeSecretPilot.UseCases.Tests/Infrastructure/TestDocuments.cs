using Microsoft.Extensions.Logging.Abstractions;
using TradeSecretPilot.Testing;
using TradeSecretPilot.UseCases.Rendering.Typst;

namespace TradeSecretPilot.UseCases.Tests.Infrastructure;

/// <summary>The engine of official documents as it stands in the source tree, where the build installed it.</summary>
internal static class TestDocuments
{
    private static readonly Lazy<DocumentRenderer> Shared = new(() =>
        new DocumentRenderer(Options!, NullLogger<DocumentRenderer>.Instance)
    );

    public static DocumentOptions Options { get; } =
        new() { Folder = SourceFolder(), PublicAddress = "https://pilot.example.cn" };

    /// <summary>One for all tests; its workers end with the test process.</summary>
    public static DocumentRenderer Renderer => Shared.Value;

    public static string SourceFolder() =>
        Path.Combine(
            SourceTree.Source,
            "TradeSecretPilot.UseCases",
            "Rendering",
            "Typst",
            "Engine"
        );
}
