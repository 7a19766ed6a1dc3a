using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.UseCases.Platform;
using TradeSecretPilot.UseCases.Platform.Background;

namespace TradeSecretPilot.UseCases.Bundles;

internal static class BundleAccess
{
    /// <summary>Puts a bundle in the queue. One of the same records that is still to come is not made twice.</summary>
    public static async Task<Result<Guid>> RequestBundleAsync(
        this PilotSession session,
        BundleKind kind,
        string title,
        IReadOnlyList<Guid> items,
        CancellationToken ct
    )
    {
        var requested = Bundle.Request(
            session.Actor.AccountId!.Value,
            kind,
            title,
            items,
            session.Now
        );
        if (requested.Refusal is { } refusal)
        {
            return refusal;
        }

        var underWay = await session
            .Db.Bundles.AsNoTracking()
            .Where(b => b.Kind == kind)
            .Where(b => b.Status == BundleStatus.Waiting || b.Status == BundleStatus.Running)
            .ToListAsync(ct);
        if (underWay.Exists(b => b.Items.SequenceEqual(items)))
        {
            return BundleRefusals.UnderWay();
        }

        var bundle = requested.Value;
        session.Db.Bundles.Add(bundle);
        session.Record(new ActRecord(Act.BundleRequested, bundle.Id) { Note = title });
        session.WakeUp(BackgroundWork.MakeBundles);
        return await session.SaveAsync(() => bundle.Id, ct);
    }

    public static Task<Bundle?> FindBundleAsync(
        this PilotSession session,
        Guid id,
        CancellationToken ct
    ) => session.Db.Bundles.SingleOrDefaultAsync(b => b.Id == id, ct);
}
