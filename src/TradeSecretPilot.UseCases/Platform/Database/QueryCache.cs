using Microsoft.Extensions.Caching.Memory;

namespace TradeSecretPilot.UseCases.Platform.Database;

/// <summary>
/// EF's cache of models and compiled queries, with room for the queries of every kind of actor: a query takes 10 units, a model 100,
/// and EF's own limit of 10 240 would make them push each other out.
/// </summary>
internal sealed class QueryCache() : MemoryCache(new MemoryCacheOptions { SizeLimit = Units })
{
    private const int Units = 40_000;
}
