using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>The file of a bundle, for the account that asked for it.</summary>
public sealed class FetchBundle(PilotSessions sessions, FileStore files)
{
    public const string MediaType = "application/zip";

    public sealed record Input(Guid BundleId);

    /// <param name="Content">To be disposed by the caller.</param>
    public sealed record View(string Name, Stream Content);

    public async Task<Result<View>> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.UsePortal, ct);
        var bundle = await session
            .Db.Bundles.AsNoTracking()
            .SingleOrDefaultAsync(b => b.Id == input.BundleId, ct);
        if (bundle is null)
        {
            return BundleRefusals.NotFound();
        }

        if (bundle.Status != BundleStatus.Ready)
        {
            return BundleRefusals.NotReady();
        }

        try
        {
            return await files.OpenAsync(bundle.FileName, ct) is { } content
                ? new View($"{bundle.Title}.zip", content)
                : BundleRefusals.NotReady();
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }
}
