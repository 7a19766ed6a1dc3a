using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// One model for each kind of tenancy, built when the first actor of that kind comes: a filter then holds one branch, which an index
/// can serve, in place of an OR over all kinds.
/// </summary>
internal sealed class TenancyModels : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), ((PilotDbContext)context).Tenancy.Kind, designTime);
}
