using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.ProvincialReviews;

public sealed class RankingTests(HostedWorlds worlds)
{
    /// <summary>15 May 2022, the deadline of the first batch, was a Sunday.</summary>
    [Fact]
    public async Task NationalDeadline_OnADayOfRest_SaysThatItDoesNotRoll()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: false);
        await visitor.EnterAsOneOfManyAsync("reviewer.330000");

        var (_, page) = await visitor.OpenAsync("/ranking");

        Assert.Contains(
            "逢周日不顺延",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }
}
