using Microsoft.Extensions.Configuration;
using TradeSecretPilot.Web.Parts.Demo;

namespace TradeSecretPilot.Web.Tests.Parts.Demo;

/// <summary>A demonstration's sign-in page that everybody asks for is counted once.</summary>
public sealed class EntranceCacheTests
{
    [Theory]
    [InlineData("60", 1)]
    [InlineData("0", 40)]
    public async Task Get_ManyAtOnce_ReadsOnceForAllOfThem(string seconds, int reads)
    {
        using var cache = new EntranceCache(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new(EntranceCache.Key, seconds)])
                .Build()
        );
        var read = 0;

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(_ =>
                    cache.GetAsync(
                        async () =>
                        {
                            read++;
                            await Task.Yield();
                            return Array.Empty<DemoEntranceGroup>();
                        },
                        TestContext.Current.CancellationToken
                    )
                )
        );

        Assert.Equal(reads, read);
    }
}
