using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Rendering;

/// <summary>
/// The act of a stage that prints one document of a bundle. It runs as the account that asked for the bundle.
/// </summary>
public interface IBundlePrinter
{
    /// <summary>The bundles whose documents the act prints.</summary>
    BundleKind Kind { get; }

    /// <summary>Prints one record as PDF.</summary>
    /// <param name="id">What <see cref="Bundle.Items"/> lists for this kind.</param>
    Task<Result<DocumentFile>> PrintAsync(Guid id, CancellationToken ct);
}
