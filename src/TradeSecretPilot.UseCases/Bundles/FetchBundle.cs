using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>The file of a bundle, for the account that asked for it.</summary>
[RecordsTaking(Act.BundleTaken)]
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
            if (await files.OpenAsync(bundle.FileName, ct) is not { } content)
            {
                return BundleRefusals.NotReady();
            }

            var name = $"{bundle.Title}.zip";
            var note = $"《{name}》，{bundle.Items.Count}件";
            var kept = await session.KeepTakingAsync(bundle.Id, note, ct);
            if (kept.Refusal is { } refusal)
            {
                await content.DisposeAsync();
                return refusal;
            }

            return new View(name, content);
        }
        catch (FileStoreException)
        {
            return PlatformRefusals.FilesUnavailable();
        }
    }
}
