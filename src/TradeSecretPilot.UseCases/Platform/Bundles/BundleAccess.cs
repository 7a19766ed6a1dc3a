using Microsoft.EntityFrameworkCore;
using TradeSecretPilot.Domain;

namespace TradeSecretPilot.UseCases.Platform.Bundles;

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
        session.Did(new Act("Bundle.Requested", bundle.Id) { Note = title });
        var saved = await session.SaveAsync(ct);
        return saved.Refusal is { } conflict ? conflict : bundle.Id;
    }

    public static Task<Bundle?> FindBundleAsync(
        this PilotSession session,
        Guid id,
        CancellationToken ct
    ) => session.Db.Bundles.SingleOrDefaultAsync(b => b.Id == id, ct);
}
