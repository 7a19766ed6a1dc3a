using System.Net;
using TradeSecretPilot.UseCases.Selections;
using TradeSecretPilot.Web.Tests.Infrastructure;

namespace TradeSecretPilot.Web.Tests.Pages.Public;

/// <summary>Each published list has one permanent address; what is no such address is not found.</summary>
public sealed class PublishedListTests(HostedWorlds worlds)
{
    [Fact]
    public async Task Open_PublishedBatch_ShowsItsList()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: true);

        var (status, page) = await visitor.OpenAsync("/announcements/1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEmpty(page.QuerySelectorAll(".names li"));
        Assert.Contains("第一批", page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/announcements']"));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("first")]
    [InlineData("１")]
    [InlineData("99999999999999999999")]
    public async Task Open_NoSuchList_IsNotFound(string number) =>
        await AssertNotFoundAsync(number, inWinter: true);

    [Fact]
    public async Task Open_BatchThatIsNotPublished_IsNotFound() =>
        await AssertNotFoundAsync("1", inWinter: false);

    [Fact]
    public async Task Index_NamesEachListWithItsAddress()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: true);

        var (status, page) = await visitor.OpenAsync("/announcements");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(page.QuerySelector("main td a[href='/announcements/1']"));
    }

    [Fact]
    public async Task Index_AddressFromBefore_LeadsToTheListOfItsBatch()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: true);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/announcements?batch=1");

        using var answer = await visitor.AskAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/announcements/1", answer.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task Home_LeadsToThePermanentAddress()
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter: true);

        var (_, page) = await visitor.OpenAsync("/");

        Assert.Equal(2, page.QuerySelectorAll("main a[href='/announcements/1']").Length);
        Assert.Empty(page.QuerySelectorAll("main a[href^='/announcements?']"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(27)]
    public void Address_IsReadAsItWasWritten(int number)
    {
        var address = PublishedListAddress.Of(number);

        Assert.Equal(number, PublishedListAddress.NumberOf(address.Split('/')[^1]));
    }

    private async Task AssertNotFoundAsync(string number, bool inWinter)
    {
        using var visitor = await worlds.VisitAsync(HostedWorlds.Sqlite, inWinter);

        var (status, page) = await visitor.OpenAsync(
            $"/announcements/{Uri.EscapeDataString(number)}"
        );

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.NotNull(page.QuerySelector(".statuspage h1"));
        Assert.NotNull(page.QuerySelector(".foot"));
        Assert.Empty(page.QuerySelectorAll(".names"));
    }
}
