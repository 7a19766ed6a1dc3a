using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;
using TradeSecretPilot.UseCases.Platform.Files;

namespace TradeSecretPilot.UseCases.Bundles;

/// <summary>Clears away bundles that are kept no longer, and files of bundles that were cancelled or given up.</summary>
public sealed class ExpireBundles(PilotSessions sessions, FileStore files)
{
    private const string Folder = "bundles";

    /// <summary>A file that no record names is left alone for so long: it may be about to be named.</summary>
    private static readonly TimeSpan Unnamed = TimeSpan.FromDays(1);

    /// <summary>UTC, by the machine's clock, as the time for which a bundle is kept.</summary>
    internal TimeProvider Machine { get; init; } = TimeProvider.System;

    /// <returns>How many files were removed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        await using var session = await sessions.BeginAsync(Permission.Operate, ct);
        var now = Machine.GetUtcNow();
        var expired = await session
            .Db.Bundles.Where(b => b.Status == BundleStatus.Ready && b.KeptUntil < now)
            .ToListAsync(ct);
        foreach (var bundle in expired)
        {
            bundle.Expire();
            session.Record(new ActRecord(Act.BundleExpired, bundle.Id));
        }

        if (expired.Count > 0 && (await session.SaveAsync(ct)).Refusal is null)
        {
            foreach (var bundle in expired)
            {
                await files.DeleteAsync(bundle.FileName, ct);
            }
        }

        var ready = await session
            .Db.Bundles.Where(b => b.Status == BundleStatus.Ready)
            .Select(b => b.Id)
            .ToListAsync(ct);
        var kept = ready
            .Select(id => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{id:N}.zip"))
            .ToHashSet(StringComparer.Ordinal);
        var left = (await files.NamesBeforeAsync(Folder, now - Unnamed, ct))
            .Where(name => !kept.Contains(name))
            .ToList();
        foreach (var name in left)
        {
            await files.DeleteAsync(name, ct);
        }

        return expired.Count + left.Count;
    }
}
