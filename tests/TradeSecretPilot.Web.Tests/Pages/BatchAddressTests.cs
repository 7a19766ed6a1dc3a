using TradeSecretPilot.Testing;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages;

/// <summary>A page whose address names a batch that is not there shows no other one, and leads back.</summary>
public sealed class BatchAddressTests(HostedWorlds worlds)
{
    [Theory]
    [InlineData("drafter.", "/applications")]
    [InlineData("reviewer.", "/applications")]
    [InlineData("wg", "/applications")]
    [InlineData("reviewer.", "/ranking")]
    [InlineData("wg", "/forwarding")]
    [InlineData("wg", "/appraisal")]
    [InlineData("wg", "/selection")]
    [InlineData("wg", "/announcement")]
    [InlineData("wg", "/reports")]
    [InlineData("reviewer.", "/reports")]
    [InlineData("wg", "/national")]
    public async Task Open_UnknownBatch_SaysSo(string account, string path)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: true);
        await visitor.EnterAsync(account);

        var (_, page) = await visitor.OpenAsync($"{path}?batch=99");

        var main = page.QuerySelector("main")!.TextContent;
        Assert.Contains("没有找到这个批次", main, StringComparison.Ordinal);
        Assert.DoesNotContain("第一批", main, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='{path}']"));
    }
}
